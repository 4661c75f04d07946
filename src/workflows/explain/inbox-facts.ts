import type { Problem } from "../../connector"
import type { MarketplaceModuleService } from "../../modules/marketplace"
import type { InboxFacts } from "./explain-order"

/** An order of the inbox with what an explanation needs of it. */
export type FoundOrder = { id: string; accountId: string; reference: string; facts: InboxFacts }

const COLUMNS = [
  "id",
  "account_id",
  "reference",
  "state",
  "rule",
  "problems",
  "order_id",
  "marketplace",
  "next_attempt_at",
  "digest",
  "decided_digest",
  "approved_by",
] as const

/** Explanations of one number: more rows than this cannot be meant by it. */
const MOST_ROWS = 100
const MOST_LINES = 1000

export const asDate = (value: Date | string | null | undefined): Date | null =>
  value ? new Date(value) : null

/** When each of some orders last came into review. */
async function reviewsSince(
  marketplace: MarketplaceModuleService,
  ids: string[],
): Promise<Map<string, Date>> {
  if (!ids.length) return new Map()
  const lines = await marketplace.listHistoryEntries(
    { subject_type: "order", subject_id: ids, event: "review" },
    { order: { at: "ASC" }, take: MOST_LINES },
  )
  return new Map(lines.map(({ subject_id, at }) => [subject_id, new Date(at)]))
}

/** What the inbox knows of some orders. */
export async function findInInbox(
  marketplace: MarketplaceModuleService,
  filters: { account_id?: string[]; reference?: string[]; order_id?: string[] },
): Promise<FoundOrder[]> {
  const rows = await marketplace.listMarketplaceOrders(filters, { select: [...COLUMNS], take: MOST_ROWS })
  const inReview = rows.filter(({ state }) => state === "review").map(({ id }) => id)
  const since = await reviewsSince(marketplace, inReview)
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    reference: row.reference,
    facts: {
      state: row.state,
      rule: row.rule,
      problems: (row.problems as Problem[] | null) ?? [],
      orderId: row.order_id,
      marketplace: row.marketplace,
      nextAttemptAt: asDate(row.next_attempt_at),
      decided: row.decided_digest === row.digest,
      approved: row.approved_by !== null,
      reviewSince: since.get(row.id) ?? null,
    },
  }))
}
