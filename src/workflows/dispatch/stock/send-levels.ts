import { problem, type StockAnswer } from "../../../connector"
import type { ClaimedDispatch, DispatchWork, Outcome } from "../handler"
import { skuOf } from "./read-levels"

type Sent = ClaimedDispatch & { quantity: number | null }

function outcomeOf(answer: StockAnswer | undefined, lookUpAt: Date): Outcome {
  switch (answer?.outcome) {
    case "confirmed":
      return { outcome: "confirmed" }
    case "accepted":
      return { outcome: "accepted", lookUpAt }
    case "rejected":
      return { outcome: "rejected", problem: answer.problem }
    case "not_sent":
      return { outcome: "not_sent", problem: answer.problem, again: answer.retryAt }
    case "unknown":
    case undefined:
      return { outcome: "unknown", problem: problem("outcome_unknown", { reason: "no answer" }), lookUpAt }
  }
}

/**
 * Hands levels to the platform, in calls of at most `maxLevels`. When it takes no more for now, the rest is not sent either.
 * @throws ConnectorError `authorization_lost`, `suspended`.
 */
export async function sendLevels(
  { account, connector, connection }: DispatchWork,
  rows: Sent[],
): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>()
  const sink = connector.stock
  if (!sink) return outcomes
  const mappings = await account.marketplace.listProductMappings(
    { account_id: account.row.id, listing_key: rows.map(({ subject }) => subject) },
    { select: ["listing_key", "sku"], take: rows.length },
  )
  const skus = new Map(mappings.map((mapping) => [mapping.listing_key, skuOf(mapping)]))
  let stopped: Outcome | undefined
  for (let start = 0; start < rows.length; start += sink.maxLevels) {
    const some = rows.slice(start, start + sink.maxLevels)
    const answers = stopped
      ? []
      : await sink.setLevels(
          connection,
          some.map((row) => ({
            listingKey: row.subject,
            sku: skus.get(row.subject) ?? row.subject,
            quantity: row.quantity ?? 0,
            ...(row.levels && {
              locations: row.levels.map(({ locationId, quantity }) => ({ locationId, quantity })),
            }),
          })),
        )
    const lookUpAt = new Date(Date.now() + sink.visibilityDelaySeconds * 1000)
    const byKey = new Map(answers.map((answer) => [answer.listingKey, answer]))
    for (const row of some) {
      outcomes.set(row.id, stopped ?? outcomeOf(byKey.get(row.subject), lookUpAt))
    }
    const last = some.map(({ id }) => outcomes.get(id)).find((came) => came?.outcome === "not_sent")
    stopped ??= last
  }
  return outcomes
}
