import { newId, textArray, type Sql } from "./sql"

/** Word that an order of an account changed. */
export type NotedChange = { account_id: string; notice_id: string; reference: string }
/** The same from a platform that gives its word no id. */
export type ChangedOrder = Omit<NotedChange, "notice_id">
export type ClaimedNotice = { id: string; reference: string; attempts: number }

/** Keeps notices by one statement; one that came before is passed over. Gives the accounts that have something new. */
export async function noteChanges(sql: Sql, changes: NotedChange[]): Promise<string[]> {
  if (!changes.length) return []
  const rows = changes.map((change) => ({ ...change, id: newId("mpnot") }))
  const noted = await sql<{ account_id: string }>(
    `INSERT INTO marketplace_change_notice (id, account_id, notice_id, reference, next_attempt_at)
     SELECT id, account_id, notice_id, reference, clock_timestamp()
       FROM jsonb_to_recordset(?::jsonb) AS change(id text, account_id text, notice_id text, reference text)
     ON CONFLICT (account_id, notice_id) WHERE deleted_at IS NULL DO NOTHING RETURNING account_id`,
    [JSON.stringify(rows)],
  )
  return [...new Set(noted.map(({ account_id }) => account_id))]
}

/**
 * Keeps word that has no id of its own. Until a worker takes it, it is known by its order, so that any number of words are one
 * notice (the table's unique index says so); what comes from then on is new, since it may be of something that the worker did not
 * see any more.
 */
export async function noteChangedOrders(sql: Sql, changes: ChangedOrder[]): Promise<string[]> {
  return noteChanges(
    sql,
    changes.map((change) => ({ ...change, notice_id: untaken(change.reference) })),
  )
}

const UNTAKEN = "order "
const untaken = (reference: string): string => UNTAKEN + reference

/**
 * Takes up to `limit` due notices of an account for `seconds`, oldest first: they are due again after that time, unless they are
 * settled. Reading an order twice does no harm, so that nothing fences off a worker that took longer.
 */
export async function claimNotices(
  sql: Sql,
  input: { accountId: string; limit: number; seconds: number },
): Promise<ClaimedNotice[]> {
  return sql<ClaimedNotice>(
    `UPDATE marketplace_change_notice SET attempts = attempts + 1,
            notice_id = CASE WHEN notice_id = '${UNTAKEN}' || reference THEN id ELSE notice_id END,
            next_attempt_at = clock_timestamp() + make_interval(secs => ?)
      WHERE id IN (
        SELECT id FROM marketplace_change_notice
         WHERE account_id = ? AND read_at IS NULL AND deleted_at IS NULL AND next_attempt_at <= clock_timestamp()
         ORDER BY next_attempt_at, id LIMIT ? FOR UPDATE SKIP LOCKED)
      RETURNING id, reference, attempts`,
    [input.seconds, input.accountId, input.limit],
  )
}

/** The orders of these notices were read. */
export async function settleNotices(sql: Sql, ids: string[]): Promise<void> {
  await sql(
    `UPDATE marketplace_change_notice SET read_at = clock_timestamp(), next_attempt_at = NULL
      WHERE id = ANY(?::text[]) AND read_at IS NULL`,
    [textArray(ids)],
  )
}

/** These notices wait until then. */
export async function putOffNotices(sql: Sql, ids: string[], until: Date): Promise<void> {
  await sql(
    `UPDATE marketplace_change_notice SET next_attempt_at = ? WHERE id = ANY(?::text[]) AND read_at IS NULL`,
    [until, textArray(ids)],
  )
}

/** Connected accounts that have notices to follow. */
export async function accountsWithDueNotices(sql: Sql, limit: number): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `SELECT id FROM marketplace_account account
      WHERE deleted_at IS NULL AND state = 'connected' AND EXISTS (
        SELECT 1 FROM marketplace_change_notice
         WHERE account_id = account.id AND read_at IS NULL AND deleted_at IS NULL
           AND next_attempt_at <= clock_timestamp())
      LIMIT ?`,
    [limit],
  )
  return rows.map(({ id }) => id)
}

/** Forgets notices that were followed, once none of their doubles can come any more. Gives how many. */
export async function forgetNotices(sql: Sql, olderThanDays: number): Promise<number> {
  const gone = await sql(
    `DELETE FROM marketplace_change_notice
      WHERE read_at < clock_timestamp() - make_interval(days => ?) RETURNING id`,
    [olderThanDays],
  )
  return gone.length
}
