import type { LocationLevel } from "../../../../connector"
import type { SentLevel } from "../dispatches/claim"
import { appendHistory } from "../history"
import type { Sql } from "../sql"

/** What a platform shows of a listing; `fulfilled_by` is null where it does not know the listing (any more). */
export type ShownLevel = {
  listing_key: string
  quantity: number | null
  levels: LocationLevel[] | null
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
    `UPDATE product_mapping AS mine SET platform_quantity = shown.quantity, platform_levels = shown.levels, platform_read_at = ?,
            fulfilled_by = COALESCE(shown.fulfilled_by, mine.fulfilled_by)
       FROM jsonb_to_recordset(?::jsonb) AS shown(listing_key text, quantity integer, levels jsonb, fulfilled_by text)
      WHERE mine.account_id = ? AND mine.listing_key = shown.listing_key AND mine.deleted_at IS NULL`,
    [readAt, JSON.stringify(shown), accountId],
  )
}

/** What the platform has of a level in a worker's hands, where it needed no sending. */
export type HeldLevel = { id: string; quantity: number; levels: SentLevel[] | null }

/** Writes down what the platform has already. */
export async function noteHeldLevels(sql: Sql, levels: HeldLevel[]): Promise<void> {
  if (!levels.length) return
  await sql(
    `UPDATE marketplace_dispatch AS mine SET quantity = held.quantity, levels = held.levels
       FROM jsonb_to_recordset(?::jsonb) AS held(id text, quantity integer, levels jsonb) WHERE mine.id = held.id`,
    [JSON.stringify(levels)],
  )
}

export type DriftedLevel = {
  id: string
  sku: string
  expected: number
  shown: number
  levels: SentLevel[] | null
  /** Both as people read them. */
  told: { sent: string; shown: string }
}

/**
 * Levels that turned out to be others at the platform: what it shows is what it has, which the history keeps as a remark. Only
 * rows that nothing is owed of and that still are as they were compared; gives their ids.
 */
export async function noteDrift(sql: Sql, accountId: string, drifted: DriftedLevel[]): Promise<string[]> {
  if (!drifted.length) return []
  const noted = await sql<{ id: string }>(
    `UPDATE marketplace_dispatch AS mine SET quantity = drifted.shown, levels = drifted.levels
       FROM jsonb_to_recordset(?::jsonb) AS drifted(id text, expected integer, shown integer, levels jsonb)
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
      .map(({ id, sku, told }) => ({
        accountId,
        subjectType: "dispatch",
        subjectId: id,
        actor: "platform",
        event: "looked_up",
        details: {
          problem: {
            code: "stock_drift",
            details: { sku, ...told },
          },
        },
      })),
  )
  return [...ids]
}
