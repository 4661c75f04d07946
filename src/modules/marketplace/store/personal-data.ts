import type { Sql } from "./sql"

/** An order whose personal data has to go, in the hands of a purge. */
export type ExpiredOrder = {
  id: string
  account_id: string
  reference: string
  order_prefix: string
  order_id: string | null
  /** The version that is purged; a newer one that arrives meanwhile keeps its payload. */
  digest: string
}

/** The account does not have to keep its buyers' data by law. */
const NOT_HELD = `NOT COALESCE((account.settings ->> 'keep_personal_data')::boolean, false)`

/** How long an order that has just become due is left to the import, which reads the payload: a cancellation, say. */
const IMPORT_FIRST = "interval '1 hour'"

/**
 * Takes up to `limit` expired orders for `seconds`, longest expired first, so that no import works on them meanwhile. Orders
 * that somebody holds are passed over; what a purge that died had taken comes back when its time is over. Orders of removed
 * accounts expire as well, unless the seller was connected again: then the order's new row is what counts. `ids`: only these.
 */
export async function takeExpiredOrders(
  sql: Sql,
  input: { token: string; seconds: number; limit: number; ids?: string[] },
): Promise<ExpiredOrder[]> {
  return sql<ExpiredOrder>(
    `WITH taken AS (
       SELECT mine.id, account.order_prefix
         FROM marketplace_order mine JOIN marketplace_account account ON account.id = mine.account_id
        WHERE mine.personal_data_until <= clock_timestamp() AND mine.personal_data_purged_at IS NULL AND ${NOT_HELD}
          AND (mine.lease_until IS NULL OR mine.lease_until < clock_timestamp())
          AND (mine.next_attempt_at IS NULL OR mine.next_attempt_at > clock_timestamp()
               OR mine.next_attempt_at < clock_timestamp() - ${IMPORT_FIRST})
          AND (mine.deleted_at IS NULL OR NOT EXISTS (
                SELECT 1 FROM marketplace_account again JOIN marketplace_order newer ON newer.account_id = again.id
                 WHERE again.order_prefix = account.order_prefix AND again.deleted_at IS NULL
                   AND newer.reference = mine.reference AND newer.deleted_at IS NULL
                   AND newer.personal_data_purged_at IS NULL))
          ${input.ids ? "AND mine.id IN (SELECT jsonb_array_elements_text(?::jsonb))" : ""}
        ORDER BY mine.personal_data_until, mine.id LIMIT ? FOR UPDATE OF mine SKIP LOCKED)
     UPDATE marketplace_order AS mine SET lease_token = ?, lease_until = clock_timestamp() + make_interval(secs => ?)
       FROM taken WHERE mine.id = taken.id
     RETURNING mine.id, mine.account_id, mine.reference, taken.order_prefix, mine.order_id, mine.digest`,
    [...(input.ids ? [JSON.stringify(input.ids)] : []), input.limit, input.token, input.seconds],
  )
}

/** A Medusa order and the inbox row that it says it came from. */
export type OrderOrigin = { order_id: string; inbox_id: string }

/** Which of some Medusa orders came from here and have expired, by every inbox row that stands for them. */
export async function whichExpired(sql: Sql, origins: OrderOrigin[]): Promise<string[]> {
  if (!origins.length) return []
  const rows = await sql<{ order_id: string }>(
    `SELECT origin.order_id
       FROM jsonb_to_recordset(?::jsonb) AS origin(order_id text, inbox_id text)
       JOIN marketplace_order mine
         ON mine.id = origin.inbox_id OR (mine.order_id = origin.order_id AND mine.deleted_at IS NULL)
       JOIN marketplace_account account ON account.id = mine.account_id
      GROUP BY origin.order_id
     HAVING bool_and(COALESCE(mine.personal_data_until <= clock_timestamp(), false) AND ${NOT_HELD})`,
    [JSON.stringify(origins)],
  )
  return rows.map((row) => row.order_id)
}

/** Lets the time of some orders' personal data run out now; gives how many the law makes the merchant keep all the same. */
export async function expireNow(sql: Sql, ids: string[]): Promise<{ expired: number; held: number }> {
  if (!ids.length) return { expired: 0, held: 0 }
  const rows = await sql<{ held: boolean }>(
    `UPDATE marketplace_order AS mine SET personal_data_until = LEAST(mine.personal_data_until, clock_timestamp())
       FROM marketplace_account account
      WHERE mine.id IN (SELECT jsonb_array_elements_text(?::jsonb)) AND account.id = mine.account_id
        AND mine.personal_data_purged_at IS NULL
     RETURNING NOT ${NOT_HELD} AS held`,
    [JSON.stringify(ids)],
  )
  const held = rows.filter((row) => row.held).length
  return { expired: rows.length - held, held }
}

/** The late side of when an order was delivered; repeats `personalDataUntil` for orders that are stored already. */
const DELIVERED = `COALESCE(deliver_by, ship_by + interval '14 days', COALESCE(placed_at, platform_updated_at) + interval '30 days')`

/** Counts anew until when the orders of an account keep their personal data: `days` after delivery; null = no limit. */
export async function countDays(sql: Sql, accountId: string, days: number | null): Promise<void> {
  await sql(
    `UPDATE marketplace_order SET personal_data_until = ${DELIVERED} + make_interval(days => ?::int)
      WHERE account_id = ? AND personal_data_purged_at IS NULL AND deleted_at IS NULL`,
    [days, accountId],
  )
}

export type PurgedOrder = { id: string; account_id: string }

/**
 * Empties the payloads of taken orders by one statement and frees them. An order that changed or was prolonged since it was
 * taken is only freed: its data is new, and goes when its own time is over.
 */
export async function emptyPayloads(
  sql: Sql,
  token: string,
  orders: { id: string; digest: string }[],
): Promise<PurgedOrder[]> {
  if (!orders.length) return []
  const purged = await sql<PurgedOrder>(
    `UPDATE marketplace_order AS mine SET sealed_payload = NULL, left_out_note = NULL,
            personal_data_purged_at = clock_timestamp(),
            updated_at = clock_timestamp(), lease_token = NULL, lease_until = NULL
       FROM jsonb_to_recordset(?::jsonb) AS done(id text, digest text)
      WHERE mine.id = done.id AND mine.digest = done.digest AND mine.lease_token = ?
        AND mine.personal_data_until <= clock_timestamp()
     RETURNING mine.id, mine.account_id`,
    [JSON.stringify(orders), token],
  )
  await sql(
    `UPDATE marketplace_order SET lease_token = NULL, lease_until = NULL
      WHERE lease_token = ? AND id IN (SELECT jsonb_array_elements_text(?::jsonb))`,
    [token, JSON.stringify(orders.map(({ id }) => id))],
  )
  return purged
}
