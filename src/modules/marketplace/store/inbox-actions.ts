import type { MarketplaceOrderState } from "../states"
import { appendHistory } from "./history"
import { textArray, type Sql } from "./sql"

/** What a person can do with an order of the inbox. */
export const orderActions = ["retry", "approve", "ignore"] as const
export type OrderAction = (typeof orderActions)[number]

export type ActedOrder = { id: string; account_id: string; reference: string }

const DUE = `next_attempt_at = clock_timestamp(), attempts = 0`
const NOT_IN_HANDS = `(lease_until IS NULL OR lease_until < clock_timestamp())`

/** The change, and the states it is allowed from; checked by the same statement, so that a worker cannot come in between. */
const changes: Record<OrderAction, { set: string; parameters: 0 | 1; from: string; event: string }> = {
  // A person who wants an ignored order goes past the account's rules on what to take.
  retry: {
    set: `${DUE}, requested_by = CASE WHEN state = 'ignored' THEN ? ELSE requested_by END`,
    parameters: 1,
    from: `state <> 'canceled'`,
    event: "retry_requested",
  },
  approve: { set: `${DUE}, approved_by = ?`, parameters: 1, from: `state = 'review'`, event: "approved" },
  // Due only where a draft waits for review, which the next import then removes.
  ignore: {
    set: `state = 'ignored', rule = 'ignored_by_person', problems = NULL, problem_code = NULL, requested_by = NULL,
          approved_by = NULL, next_attempt_at = CASE WHEN order_id IS NULL THEN NULL ELSE clock_timestamp() END`,
    parameters: 0,
    from: `state NOT IN ('imported', 'canceled') AND ${NOT_IN_HANDS}`,
    event: "ignored_by_person",
  },
}

/** Carries out what a person wants with an order, with its line of history; undefined when its state does not allow it. */
export async function actOnOrder(
  sql: Sql,
  id: string,
  action: OrderAction,
  personId: string,
): Promise<ActedOrder | undefined> {
  const { set, parameters, from, event } = changes[action]
  const [order] = await sql<ActedOrder>(
    `UPDATE marketplace_order SET ${set}, updated_at = clock_timestamp()
      WHERE id = ? AND deleted_at IS NULL AND ${from} RETURNING id, account_id, reference`,
    [...(parameters ? [personId] : []), id],
  )
  if (!order) return undefined
  await appendHistory(sql, [
    {
      accountId: order.account_id,
      subjectType: "order",
      subjectId: id,
      actor: "person",
      actorId: personId,
      event,
    },
  ])
  return order
}

export type OrderCounts = Partial<Record<MarketplaceOrderState, number>>

/** How many orders of each state some accounts have, by one query. */
export async function countOrders(sql: Sql, accountIds: string[]): Promise<Map<string, OrderCounts>> {
  const rows = await sql<{ account_id: string; state: MarketplaceOrderState; count: string | number }>(
    `SELECT account_id, state, COUNT(*) AS count FROM marketplace_order
      WHERE account_id = ANY(?::text[]) AND deleted_at IS NULL GROUP BY account_id, state`,
    [textArray(accountIds)],
  )
  const counts = new Map<string, OrderCounts>(accountIds.map((id) => [id, {}]))
  for (const { account_id, state, count } of rows) {
    counts.set(account_id, { ...counts.get(account_id), [state]: Number(count) })
  }
  return counts
}
