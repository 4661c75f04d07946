import { actionStates, needPayload, type LeftOut, type OrderAction } from "../order-actions"
import type { MarketplaceOrderState } from "../states"
import type { OrderEvent } from "../history-events"
import { appendHistory } from "./history"
import { textArray, type Sql } from "./sql"

/** An order that an action was carried out on. */
export type ActedOrder = { id: string; account_id: string }
/**
 * An order that does not allow the action, by its state or because its data has expired, or that is in a worker's hands;
 * unknown ones have neither number nor state.
 */
export type RefusedOrder = { id: string; reference: string | null; state: MarketplaceOrderState | null }
export type ActedOrders = { done: ActedOrder[]; refused: RefusedOrder[] }

const DUE = `next_attempt_at = clock_timestamp(), attempts = 0`
const NOT_IN_HANDS = `AND (lease_until IS NULL OR lease_until < clock_timestamp())`
/** The ids of a request as they came, whatever they contain. */
const IDS = `ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))`

/** What each action changes, and the line of history that it leaves. */
const changes: Record<
  OrderAction,
  {
    set: string
    /** What its placeholders stand for. */
    values: (personId: string, leftOut: LeftOut | null) => (string | null)[]
    unless?: string
    event: OrderEvent
  }
> = {
  // A person who wants an ignored order goes past the account's rules on what to take. A draft that was edited is made anew.
  retry: {
    set: `${DUE}, requested_by = CASE WHEN state = 'ignored' THEN ? ELSE requested_by END, left_out_because = NULL,
          left_out_note = NULL, decided_digest = CASE WHEN draft_edited_at IS NULL THEN decided_digest END,
          draft_edited_at = NULL`,
    values: (personId) => [personId],
    event: "retry_requested",
  },
  approve: { set: `${DUE}, approved_by = ?`, values: (personId) => [personId], event: "approved" },
  // Due, so that the next import removes its draft and lets go of the goods kept for it. Where there is no draft to be made anew when
  // a person takes it back, nothing is left to decide about this version.
  ignore: {
    set: `${DUE}, state = 'ignored', rule = 'ignored_by_person', problems = NULL, problem_code = NULL, requested_by = NULL,
          approved_by = NULL, left_out_because = ?, left_out_note = ?,
          decided_digest = CASE WHEN order_id IS NULL THEN digest ELSE decided_digest END`,
    values: (_personId, leftOut) => [leftOut?.reason ?? null, leftOut?.note ?? null],
    unless: NOT_IN_HANDS,
    event: "ignored_by_person",
  },
}

/**
 * Carries out what a person wants with some orders, with their lines of history: one statement each, whatever their number.
 * The allowed states are checked by the statement that changes, so that a worker cannot come in between.
 */
export async function actOnOrders(
  sql: Sql,
  ids: string[],
  action: OrderAction,
  personId: string,
  leftOut: LeftOut | null = null,
): Promise<ActedOrders> {
  const { set, values, unless = "", event } = changes[action]
  const wanted = JSON.stringify(ids)
  const done = await sql<ActedOrder>(
    `UPDATE marketplace_order SET ${set}, updated_at = clock_timestamp()
      WHERE id = ${IDS} AND deleted_at IS NULL AND state = ANY(?::text[]) ${unless}
            ${needPayload.includes(action) ? "AND personal_data_purged_at IS NULL" : ""}
      RETURNING id, account_id`,
    [...values(personId, leftOut), wanted, textArray([...actionStates[action]])],
  )
  await appendHistory(
    sql,
    done.map(({ id, account_id }) => ({
      accountId: account_id,
      subjectType: "order",
      subjectId: id,
      actor: "person",
      actorId: personId,
      event,
      // The note stays out: people write names into it.
      details: action === "ignore" && leftOut ? { reason: leftOut.reason } : {},
    })),
  )
  const acted = new Set(done.map(({ id }) => id))
  const left = [...new Set(ids)].filter((id) => !acted.has(id))
  return { done, refused: left.length ? await whyRefused(sql, left) : [] }
}

async function whyRefused(sql: Sql, ids: string[]): Promise<RefusedOrder[]> {
  const rows = await sql<RefusedOrder>(
    `SELECT id, reference, state FROM marketplace_order WHERE id = ${IDS} AND deleted_at IS NULL`,
    [JSON.stringify(ids)],
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => known.get(id) ?? { id, reference: null, state: null })
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
