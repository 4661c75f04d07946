import type { Problem } from "../../connector"
import type { MarketplaceModuleService } from "../../modules/marketplace"
import { openOrders } from "../import/payload"
import type { InboxFacts } from "./explain-order"
import { countedAt } from "./platform-facts"

/** An order of the inbox with what an explanation needs of it. */
export type FoundOrder = {
  id: string
  accountId: string
  reference: string
  /** By which people know it, where that is not its reference. */
  number: string | null
  facts: InboxFacts
}

const COLUMNS = [
  "id",
  "account_id",
  "reference",
  "number",
  "state",
  "rule",
  "problems",
  "order_id",
  "marketplace",
  "next_attempt_at",
  "digest",
  "decided_digest",
  "approved_by",
  "requested_by",
  "left_out_because",
  "placed_at",
] as const

/** Explanations of one number: more rows than this cannot be meant by it. */
const MOST_ROWS = 100
const MOST_LINES = 1000

export const asDate = (value: Date | string | null | undefined): Date | null =>
  value ? new Date(value) : null

/** Left out by a person who has not asked for it since: what is due of it then is tidying up, and no decision. */
const staysOut = (row: { state: string; rule: string | null; requested_by: string | null }): boolean =>
  row.state === "ignored" && row.rule === "ignored_by_person" && row.requested_by === null

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

/** The instants that were held against the activation, of orders that were left out by it and whose platform counts payments. */
async function countedInstants(
  marketplace: MarketplaceModuleService,
  rows: { id: string; account_id: string; rule: string | null }[],
): Promise<Map<string, Date>> {
  const early = rows.filter(({ rule }) => rule === "before_activation")
  if (!early.length) return new Map()
  const accounts = await marketplace.listMarketplaceAccounts(
    { id: [...new Set(early.map(({ account_id }) => account_id))] },
    { select: ["id", "provider_id"] },
  )
  const counted = new Map<string, Date>()
  for (const { id: accountId, provider_id } of accounts) {
    const countsFrom = marketplace.connector(provider_id)?.orders?.countsFrom
    const ids = early.flatMap(({ id, account_id }) => (account_id === accountId ? [id] : []))
    for (const [id, order] of await openOrders(marketplace, accountId, ids)) {
      counted.set(id, countedAt(order, countsFrom))
    }
  }
  return counted
}

/** What the inbox knows of some orders, by their Medusa orders or by what a person typed: their references, else their numbers. */
export async function findInInbox(
  marketplace: MarketplaceModuleService,
  { typed, ...filters }: { account_id?: string[]; order_id?: string[]; typed?: string[] },
): Promise<FoundOrder[]> {
  const either = typed ? { $or: [{ reference: typed }, { number: typed }] } : {}
  const found = await marketplace.listMarketplaceOrders(
    { ...filters, ...either },
    { select: [...COLUMNS], take: MOST_ROWS },
  )
  const isNumber = ({ reference }: { reference: string }) => Number(!typed?.includes(reference))
  const rows = typed ? found.sort((left, right) => isNumber(left) - isNumber(right)) : found
  const inReview = rows.filter(({ state }) => state === "review").map(({ id }) => id)
  const [since, counted] = await Promise.all([
    reviewsSince(marketplace, inReview),
    countedInstants(marketplace, rows),
  ])
  return rows.map((row) => ({
    id: row.id,
    accountId: row.account_id,
    reference: row.reference,
    number: row.number,
    facts: {
      state: row.state,
      rule: row.rule,
      problems: (row.problems as Problem[] | null) ?? [],
      orderId: row.order_id,
      marketplace: row.marketplace,
      nextAttemptAt: staysOut(row) ? null : asDate(row.next_attempt_at),
      decided: row.decided_digest === row.digest,
      approved: row.approved_by !== null,
      reviewSince: since.get(row.id) ?? null,
      countedAt: counted.get(row.id) ?? asDate(row.placed_at),
      leftOutBecause: row.left_out_because,
    },
  }))
}
