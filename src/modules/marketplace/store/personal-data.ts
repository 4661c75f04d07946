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

/**
 * Whose wish it is that personal data goes: a buyer's is for good, a store's that left holds until its orders are read again.
 */
export type RedactedFor = "buyer" | "store"

/**
 * Lets the time of some orders' personal data run out now, never to be made longer again, also where it was removed before. Gives
 * how many orders still have it, and how many of those the law makes the merchant keep all the same.
 */
export async function redact(
  sql: Sql,
  ids: string[],
  whose: RedactedFor,
): Promise<{ redacted: number; held: number }> {
  if (!ids.length) return { redacted: 0, held: 0 }
  const rows = await sql<{ purged: boolean; held: boolean }>(
    `UPDATE marketplace_order AS mine SET personal_data_until = LEAST(mine.personal_data_until, clock_timestamp()),
            redacted_for = CASE WHEN mine.redacted_for = 'buyer' THEN 'buyer' ELSE ? END
       FROM marketplace_account account
      WHERE mine.id IN (SELECT jsonb_array_elements_text(?::jsonb)) AND account.id = mine.account_id
     RETURNING mine.personal_data_purged_at IS NOT NULL AS purged, NOT ${NOT_HELD} AS held`,
    [whose, JSON.stringify(ids)],
  )
  const present = rows.filter((row) => !row.purged)
  return { redacted: present.length, held: present.filter((row) => row.held).length }
}

/** Which of some orders are of a buyer who is forgotten, unless the law makes the merchant keep the data. */
export async function whichForgotten(sql: Sql, ids: string[]): Promise<string[]> {
  if (!ids.length) return []
  const rows = await sql<{ id: string }>(
    `SELECT mine.id FROM marketplace_order mine JOIN marketplace_account account ON account.id = mine.account_id
      WHERE mine.id IN (SELECT jsonb_array_elements_text(?::jsonb)) AND mine.redacted_for = 'buyer' AND ${NOT_HELD}`,
    [JSON.stringify(ids)],
  )
  return rows.map(({ id }) => id)
}

/** Notes whom the removed drafts of some orders belonged to, so that a purge finds these customers. */
export async function noteFormerCustomers(
  sql: Sql,
  former: { id: string; customer_id: string }[],
): Promise<void> {
  if (!former.length) return
  await sql(
    `UPDATE marketplace_order AS mine
        SET former_customers = COALESCE(mine.former_customers, '[]') || jsonb_build_array(former.customer_id)
       FROM jsonb_to_recordset(?::jsonb) AS former(id text, customer_id text)
      WHERE mine.id = former.id AND NOT COALESCE(mine.former_customers, '[]') @> jsonb_build_array(former.customer_id)`,
    [JSON.stringify(former)],
  )
}

/** The late side of when an order was delivered; repeats `personalDataUntil` for orders that are stored already. */
const DELIVERED = `COALESCE(deliver_by, ship_by + interval '14 days', COALESCE(placed_at, platform_updated_at) + interval '30 days')`

/**
 * Counts anew until when the orders of an account keep their personal data: `days` after delivery; null = no limit. What is to be
 * forgotten is not kept longer by it.
 */
export async function countDays(sql: Sql, accountId: string, days: number | null): Promise<void> {
  await sql(
    `UPDATE marketplace_order
        SET personal_data_until = LEAST(CASE WHEN redacted_for IS NOT NULL THEN personal_data_until END,
                                        ${DELIVERED} + make_interval(days => ?::int))
      WHERE account_id = ? AND personal_data_purged_at IS NULL AND deleted_at IS NULL`,
    [days, accountId],
  )
}

export type PurgedOrder = { id: string; account_id: string; redacted_for: RedactedFor | null }

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
     RETURNING mine.id, mine.account_id, mine.redacted_for`,
    [JSON.stringify(orders), token],
  )
  await sql(
    `UPDATE marketplace_order SET lease_token = NULL, lease_until = NULL
      WHERE lease_token = ? AND id IN (SELECT jsonb_array_elements_text(?::jsonb))`,
    [token, JSON.stringify(orders.map(({ id }) => id))],
  )
  return purged
}
