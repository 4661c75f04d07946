import { newId, textArray, type Sql } from "../sql"

/** How far changes of stock have been looked for in each of some accounts; one that was never looked at is left out. */
export async function sweptUntil(sql: Sql, accountIds: string[]): Promise<Map<string, Date>> {
  const rows = await sql<{ account_id: string; position: Date }>(
    `SELECT account_id, position FROM sync_cursor
      WHERE account_id = ANY(?::text[]) AND resource = 'stock_out' AND deleted_at IS NULL`,
    [textArray(accountIds)],
  )
  return new Map(rows.map(({ account_id, position }) => [account_id, new Date(position)]))
}

/** Changes of stock have been looked for up to here. */
export async function sweepTo(sql: Sql, accountIds: string[], position: Date): Promise<void> {
  await sql(
    `INSERT INTO sync_cursor AS known (id, account_id, resource, position)
     SELECT made.id, made.account_id, 'stock_out', ?::timestamptz
       FROM jsonb_to_recordset(?::jsonb) AS made(id text, account_id text)
     ON CONFLICT (account_id, resource) WHERE deleted_at IS NULL
     DO UPDATE SET position = GREATEST(known.position, EXCLUDED.position)`,
    [position, JSON.stringify(accountIds.map((account_id) => ({ id: newId("mpcur"), account_id })))],
  )
}

/** A comparison with the platform in a worker's hands: the key behind which it goes on. */
export type CompareTurn = { accountId: string; after: string; began: Date }

/**
 * Takes an account's turn to be compared with its platform for `seconds`, when the last one is over `hours` ago, was not
 * finished, or a person asks (`now`). The cursor's position says when the last one began that was finished, its window since when
 * this one runs, its page token the last listing that was read.
 */
export async function takeCompareTurn(
  sql: Sql,
  input: { accountId: string; hours: number; seconds: number; now: boolean },
): Promise<CompareTurn | undefined> {
  await sql(
    `INSERT INTO sync_cursor (id, account_id, resource, position) VALUES (?, ?, 'stock_compare', 'epoch')
     ON CONFLICT (account_id, resource) WHERE deleted_at IS NULL DO NOTHING`,
    [newId("mpcur"), input.accountId],
  )
  const [row] = await sql<{ page_token: string | null; window_from: Date }>(
    `UPDATE sync_cursor SET window_from = COALESCE(window_from, clock_timestamp()),
            lease_until = clock_timestamp() + make_interval(secs => ?)
      WHERE account_id = ? AND resource = 'stock_compare' AND deleted_at IS NULL
        AND (lease_until IS NULL OR lease_until < clock_timestamp())
        AND (?::boolean OR window_from IS NOT NULL OR position < clock_timestamp() - make_interval(hours => ?))
      RETURNING page_token, window_from`,
    [input.seconds, input.accountId, input.now, input.hours],
  )
  return row && { accountId: input.accountId, after: row.page_token ?? "", began: new Date(row.window_from) }
}

/** Keeps how far a comparison has come, and that it is still at work. */
export async function keepCompareTurn(sql: Sql, turn: CompareTurn, seconds: number): Promise<void> {
  await sql(
    `UPDATE sync_cursor SET page_token = ?, lease_until = clock_timestamp() + make_interval(secs => ?)
      WHERE account_id = ? AND resource = 'stock_compare' AND deleted_at IS NULL`,
    [turn.after, seconds, turn.accountId],
  )
}

/** Gives the turn back; a finished one moves the position to where it began. */
export async function endCompareTurn(sql: Sql, turn: CompareTurn, finished: boolean): Promise<void> {
  await sql(
    `UPDATE sync_cursor SET lease_until = NULL,
            position = CASE WHEN ? THEN GREATEST(position, ?::timestamptz) ELSE position END,
            window_from = CASE WHEN ? THEN NULL ELSE window_from END,
            page_token = CASE WHEN ? THEN NULL ELSE page_token END
      WHERE account_id = ? AND resource = 'stock_compare' AND deleted_at IS NULL`,
    [finished, turn.began, finished, finished, turn.accountId],
  )
}
