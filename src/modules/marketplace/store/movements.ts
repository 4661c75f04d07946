import type { movementReasons } from "../models/stock-movement"
import { newId, textArray, type Sql } from "./sql"

export type MovementReason = (typeof movementReasons)[number]

/** A change of what a location holds, before it is known whether it is written already. */
export type MovementDraft = {
  reason: MovementReason
  reference: string
  line_reference: string
  marketplace: string | null
  listing_key: string | null
  actor_id: string | null
  variant_id: string | null
  inventory_item_id: string
  location_id: string
  /** Negative: left the location. */
  quantity: number
}
export type Movement = MovementDraft & { balance: number }

/** Which of some drafts are not written yet. The caller holds the levels they change, so that no other worker writes them. */
export async function newMovements(
  sql: Sql,
  accountId: string,
  drafts: MovementDraft[],
): Promise<MovementDraft[]> {
  if (!drafts.length) return []
  const rows = await sql<{ position: number }>(
    `SELECT given.position FROM jsonb_to_recordset(?::jsonb) AS given(position integer, reason text, reference text,
            line_reference text, inventory_item_id text, location_id text)
      WHERE EXISTS (
        SELECT 1 FROM marketplace_stock_movement AS known
         WHERE known.account_id = ? AND known.reason = given.reason AND known.reference = given.reference
           AND known.line_reference = given.line_reference AND known.inventory_item_id = given.inventory_item_id
           AND known.location_id = given.location_id AND known.deleted_at IS NULL)`,
    [JSON.stringify(drafts.map((draft, position) => ({ ...draft, position }))), accountId],
  )
  const written = new Set(rows.map(({ position }) => position))
  return drafts.filter((_draft, position) => !written.has(position))
}

/** Writes movements in their order; their instants are a microsecond apart, so that they can be told in that order. */
export async function writeMovements(sql: Sql, accountId: string, movements: Movement[]): Promise<void> {
  if (!movements.length) return
  const rows = movements.map((movement, position) => ({ ...movement, position, id: newId("mpmov") }))
  await sql(
    `INSERT INTO marketplace_stock_movement (id, account_id, reason, reference, line_reference, marketplace, listing_key,
            actor_id, variant_id, inventory_item_id, location_id, quantity, balance, at)
     SELECT id, ?, reason, reference, line_reference, marketplace, listing_key, actor_id, variant_id, inventory_item_id,
            location_id, quantity, balance, begun.at + make_interval(secs => position * 0.000001)
       FROM (SELECT clock_timestamp() AS at) AS begun, jsonb_to_recordset(?::jsonb) AS moved(position integer, id text,
            reason text, reference text, line_reference text, marketplace text, listing_key text, actor_id text,
            variant_id text, inventory_item_id text, location_id text, quantity integer, balance integer)`,
    [accountId, JSON.stringify(rows)],
  )
}

/**
 * Which listings of an account brought or sent some items at a location, the last first; null = several together, in one count.
 * Items that another account moved there too are left to it.
 */
export async function movedBy(
  sql: Sql,
  input: { accountId: string; locationId: string; inventoryItemIds: string[] },
): Promise<{ inventory_item_id: string; listing_key: string | null }[]> {
  const { accountId, locationId } = input
  const items = textArray(input.inventoryItemIds)
  return sql(
    `SELECT inventory_item_id, listing_key FROM (
       SELECT inventory_item_id, listing_key, at FROM marketplace_stock_movement
        WHERE account_id = ? AND location_id = ? AND inventory_item_id = ANY(?::text[]) AND deleted_at IS NULL
          AND (listing_key IS NOT NULL OR reason = 'platform_count')
       UNION ALL
       SELECT inventory_item_id, listing_key, sent_at FROM marketplace_inbound_transfer
        WHERE account_id = ? AND to_location_id = ? AND inventory_item_id = ANY(?::text[]) AND deleted_at IS NULL) AS mine
      WHERE NOT EXISTS (
        SELECT 1 FROM marketplace_stock_movement AS other JOIN marketplace_account AS account ON account.id = other.account_id
         WHERE other.inventory_item_id = mine.inventory_item_id AND other.location_id = ? AND other.account_id <> ?
           AND other.deleted_at IS NULL AND account.deleted_at IS NULL)
      GROUP BY inventory_item_id, listing_key ORDER BY MAX(at) DESC, listing_key`,
    [accountId, locationId, items, accountId, locationId, items, locationId, accountId],
  )
}

/** From when on some locations of an account are counted: the instant of their last count. */
export async function lastCounts(
  sql: Sql,
  accountId: string,
  locationIds: string[],
): Promise<Map<string, Date>> {
  const rows = await sql<{ resource: string; position: Date }>(
    `SELECT resource, position FROM sync_cursor
      WHERE account_id = ? AND resource = ANY(?::text[]) AND deleted_at IS NULL AND position > 'epoch'::timestamptz`,
    [accountId, textArray(locationIds.map((id) => `inventory:${id}`))],
  )
  return new Map(rows.map((row) => [row.resource.replace(/^inventory:/, ""), new Date(row.position)]))
}

/** Which movements balances are told of. */
export type BalanceFilter = {
  accountIds?: string[]
  variantIds?: string[]
  locationIds?: string[]
  fromUtc: Date
  toUtc: Date
  limit: number
  offset: number
}
export type Balance = {
  inventory_item_id: string
  location_id: string
  variant_id: string | null
  listing_keys: string[]
  /** Null where the movements are from before balances were kept. */
  opening: number | null
  moved: number
  closing: number | null
}

const SAME =
  "one.inventory_item_id = moved.inventory_item_id AND one.location_id = moved.location_id AND one.deleted_at IS NULL"

/**
 * Opening, movements and closing of everything that moved in a period, by item and location. All movements of such an item and
 * location count, whoever's they are: a level is one.
 */
export async function balancesOf(
  sql: Sql,
  filter: BalanceFilter,
): Promise<{ balances: Balance[]; count: number }> {
  const several = (column: string, values: string[] | undefined): [string, unknown[]] =>
    values
      ? [`AND ${column} IN (SELECT jsonb_array_elements_text(?::jsonb))`, [JSON.stringify(values)]]
      : ["", []]
  const filters = [
    several("account_id", filter.accountIds),
    several("variant_id", filter.variantIds),
    several("location_id", filter.locationIds),
  ]
  const { fromUtc, toUtc } = filter
  const rows = await sql<Balance & { count: string | number }>(
    `WITH subject AS (
       SELECT DISTINCT inventory_item_id, location_id FROM marketplace_stock_movement
        WHERE deleted_at IS NULL AND at >= ? AND at < ? ${filters.map(([where]) => where).join(" ")}),
     page AS (
       SELECT *, COUNT(*) OVER () AS count FROM subject ORDER BY inventory_item_id, location_id LIMIT ? OFFSET ?),
     moved AS (
       SELECT page.inventory_item_id, page.location_id, page.count, SUM(one.quantity)::integer AS moved,
              MAX(one.variant_id) AS variant_id,
              COALESCE(array_agg(DISTINCT one.listing_key) FILTER (WHERE one.listing_key IS NOT NULL), '{}') AS listing_keys
         FROM page JOIN marketplace_stock_movement AS one
           ON one.inventory_item_id = page.inventory_item_id AND one.location_id = page.location_id
          AND one.deleted_at IS NULL AND one.at >= ? AND one.at < ?
        GROUP BY page.inventory_item_id, page.location_id, page.count)
     SELECT moved.*,
            COALESCE(
              (SELECT balance FROM marketplace_stock_movement AS one
                WHERE ${SAME} AND one.at < ? ORDER BY one.at DESC LIMIT 1),
              (SELECT balance - quantity FROM marketplace_stock_movement AS one
                WHERE ${SAME} AND one.at >= ? ORDER BY one.at LIMIT 1)) AS opening,
            (SELECT balance FROM marketplace_stock_movement AS one
              WHERE ${SAME} AND one.at < ? ORDER BY one.at DESC LIMIT 1) AS closing
       FROM moved ORDER BY inventory_item_id, location_id`,
    [
      fromUtc,
      toUtc,
      ...filters.flatMap(([, values]) => values),
      filter.limit,
      filter.offset,
      fromUtc,
      toUtc,
      fromUtc,
      fromUtc,
      toUtc,
    ],
  )
  return {
    balances: rows.map(({ count: _count, ...balance }) => balance),
    count: rows.length ? Number(rows[0].count) : 0,
  }
}
