import { newId, type Sql } from "./sql"
import type { Lease } from "./lease"

export type OpenWindow = { fromUtc: Date; toUtc: Date; pageToken: string | null; position: Date }
type CursorRow = {
  position: Date
  window_from: Date | null
  window_to: Date | null
  page_token: string | null
}

const asDate = (value: Date | string): Date => new Date(value)

/** Makes the orders' cursor of a new account, standing at `position`. */
export async function createCursor(
  sql: Sql,
  accountId: string,
  resource: string,
  position: Date,
): Promise<void> {
  await sql(
    `INSERT INTO sync_cursor (id, account_id, resource, position) VALUES (?, ?, ?, ?)
     ON CONFLICT (account_id, resource) WHERE deleted_at IS NULL DO NOTHING`,
    [newId("mpcur"), accountId, resource, position],
  )
}

/**
 * The window to read: the one left open by an interrupted run with its page, or a new one from a little before the
 * position up to `toUtc`. Undefined when there is nothing to read yet. Bounds are whole milliseconds: JavaScript knows no
 * finer instants, and the window must be found again by its bounds.
 */
export async function openWindow(
  sql: Sql,
  input: { accountId: string; resource: string; toUtc: Date; overlapSeconds: number },
): Promise<OpenWindow | undefined> {
  const [row] = await sql<CursorRow>(
    `UPDATE sync_cursor SET
            page_token = CASE WHEN window_to IS NULL THEN NULL ELSE page_token END,
            window_from = COALESCE(window_from, date_trunc('milliseconds', position - make_interval(secs => ?))),
            window_to = COALESCE(window_to, date_trunc('milliseconds', GREATEST(?::timestamptz, position)))
      WHERE account_id = ? AND resource = ? AND deleted_at IS NULL AND (window_to IS NOT NULL OR position < ?::timestamptz)
      RETURNING position, window_from, window_to, page_token`,
    [input.overlapSeconds, input.toUtc, input.accountId, input.resource, input.toUtc],
  )
  if (!row?.window_from || !row.window_to) return undefined
  return {
    fromUtc: asDate(row.window_from),
    toUtc: asDate(row.window_to),
    pageToken: row.page_token,
    position: asDate(row.position),
  }
}

/**
 * Moves the cursor past a page that is stored in the same transaction: to the next page, or to the end of the window. False
 * when the lease was lost or a person moved the cursor meanwhile: then the caller's transaction must not commit a cursor.
 */
export async function advanceCursor(
  sql: Sql,
  input: {
    resource: string
    window: OpenWindow
    nextPageToken: string | null
    visibleUntilUtc: Date
    lease: Lease
  },
): Promise<boolean> {
  const last = input.nextPageToken === null
  const rows = await sql(
    `UPDATE sync_cursor SET page_token = ?::text,
            position = CASE WHEN ? THEN GREATEST(position, ?::timestamptz) ELSE position END,
            window_from = CASE WHEN ? THEN NULL ELSE window_from END,
            window_to = CASE WHEN ? THEN NULL ELSE window_to END
      WHERE account_id = ? AND resource = ? AND deleted_at IS NULL AND window_from = ? AND window_to = ?
        AND EXISTS (SELECT 1 FROM marketplace_account WHERE id = ? AND lease_token = ?)
      RETURNING id`,
    [
      input.nextPageToken,
      last,
      input.visibleUntilUtc,
      last,
      last,
      input.lease.id,
      input.resource,
      input.window.fromUtc,
      input.window.toUtc,
      input.lease.id,
      input.lease.token,
    ],
  )
  return rows.length > 0
}

/** Forgets the page of the open window, so that it is read again from its start: the platform no longer takes the token. */
export async function restartWindow(sql: Sql, accountId: string, resource: string): Promise<void> {
  await sql(
    `UPDATE sync_cursor SET page_token = NULL WHERE account_id = ? AND resource = ? AND deleted_at IS NULL`,
    [accountId, resource],
  )
}

/** Puts the cursor where a person wants it, backwards too; the trigger lets it pass because the person is named. */
export async function moveCursor(
  sql: Sql,
  input: { accountId: string; resource: string; position: Date; movedBy: string },
): Promise<boolean> {
  const rows = await sql(
    `UPDATE sync_cursor SET position = ?, window_from = NULL, window_to = NULL, page_token = NULL,
            moved_back_by = ?, moved_back_at = clock_timestamp()
      WHERE account_id = ? AND resource = ? AND deleted_at IS NULL RETURNING id`,
    [input.position, input.movedBy, input.accountId, input.resource],
  )
  return rows.length > 0
}
