import { appendHistory } from "../history"
import type { Sql } from "../sql"

/** What a platform shows of a listing; `fulfilled_by` is null where it does not know the listing (any more). */
export type ShownLevel = {
  listing_key: string
  quantity: number | null
  fulfilled_by: "merchant" | "platform" | null
}

/**
 * Keeps what was read at the platform, by one statement. `updated_at` stays: it says when the mapping was changed, and by that
 * changed mappings are found.
 */
export async function noteShownLevels(
  sql: Sql,
  accountId: string,
  shown: ShownLevel[],
  readAt: Date,
): Promise<void> {
  if (!shown.length) return
  await sql(
    `UPDATE product_mapping AS mine SET platform_quantity = shown.quantity, platform_read_at = ?,
            fulfilled_by = COALESCE(shown.fulfilled_by, mine.fulfilled_by)
       FROM jsonb_to_recordset(?::jsonb) AS shown(listing_key text, quantity integer, fulfilled_by text)
      WHERE mine.account_id = ? AND mine.listing_key = shown.listing_key AND mine.deleted_at IS NULL`,
    [readAt, JSON.stringify(shown), accountId],
  )
}

/** Writes down what the platform has of levels in a worker's hands, where it needed no sending. */
export async function noteHeldLevels(sql: Sql, levels: { id: string; quantity: number }[]): Promise<void> {
  if (!levels.length) return
  await sql(
    `UPDATE marketplace_dispatch AS mine SET quantity = held.quantity
       FROM jsonb_to_recordset(?::jsonb) AS held(id text, quantity integer) WHERE mine.id = held.id`,
    [JSON.stringify(levels)],
  )
}

export type DriftedLevel = { id: string; expected: number; shown: number }

/**
 * Levels that turned out to be others at the platform: what it shows is what it has, which the history keeps as a remark. Only
 * rows that nothing is owed of and that still are as they were compared; gives their ids.
 */
export async function noteDrift(
  sql: Sql,
  accountId: string,
  drifted: (DriftedLevel & { sku: string })[],
): Promise<string[]> {
  if (!drifted.length) return []
  const noted = await sql<{ id: string }>(
    `UPDATE marketplace_dispatch AS mine SET quantity = drifted.shown
       FROM jsonb_to_recordset(?::jsonb) AS drifted(id text, expected integer, shown integer)
      WHERE mine.id = drifted.id AND mine.state = 'confirmed' AND mine.quantity = drifted.expected
        AND mine.deleted_at IS NULL
     RETURNING mine.id`,
    [JSON.stringify(drifted)],
  )
  const ids = new Set(noted.map(({ id }) => id))
  await appendHistory(
    sql,
    drifted
      .filter(({ id }) => ids.has(id))
      .map(({ id, sku, expected, shown }) => ({
        accountId,
        subjectType: "dispatch",
        subjectId: id,
        actor: "platform",
        event: "looked_up",
        details: {
          problem: {
            code: "stock_drift",
            details: { sku, sent: String(expected), shown: String(shown) },
          },
        },
      })),
  )
  return [...ids]
}
