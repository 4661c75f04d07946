import type { LocationLevel, Problem } from "../../../../connector"
import { failingCodes, type Standing } from "../../dispatch-actions"
import type { DispatchState } from "../../states"
import type { SentLevel } from "../dispatches/claim"
import { textArray, type Sql } from "../sql"

/** A mapped listing that the merchant sends (as far as we know), with its row of the outbox, if it has one. */
export type StockListing = {
  mapping_id: string
  account_id: string
  listing_key: string
  sku: string | null
  title: string
  variant_id: string
  units_per_package: number
  /** Null: nobody knows yet. */
  fulfilled_by: "merchant" | null
  platform_quantity: number | null
  /** The same at the platform's locations that the account tells, or at all where it tells none; null where it was not read so. */
  platform_levels: LocationLevel[] | null
  platform_read_at: Date | null
  dispatch: StockDispatch | null
}

export type StockDispatch = {
  id: string
  state: DispatchState
  quantity: number | null
  previous_quantity: number | null
  levels: SentLevel[] | null
  problem_code: string | null
  problem: Problem | null
  attempted_at: Date | null
  confirmed_at: Date | null
  next_attempt_at: Date | null
  lease_until: Date | null
}

/** Which listings of some accounts; without a narrower word, all. */
export type WhichListings = {
  accountIds: string[]
  variantIds?: string[]
  listingKeys?: string[]
}

type Row = Omit<StockListing, "dispatch"> & {
  [Column in keyof Omit<StockDispatch, "id"> as `d_${Column}`]: StockDispatch[Column]
} & { d_id: string | null }

const COLUMNS = `mapping.id AS mapping_id, mapping.account_id, mapping.listing_key, mapping.sku, mapping.title,
  mapping.variant_id, mapping.units_per_package, mapping.fulfilled_by, mapping.platform_quantity, mapping.platform_levels,
  mapping.platform_read_at,
  level.id AS d_id, level.state AS d_state, level.quantity AS d_quantity, level.previous_quantity AS d_previous_quantity,
  level.levels AS d_levels,
  level.problem_code AS d_problem_code, level.problem AS d_problem, level.attempted_at AS d_attempted_at,
  level.confirmed_at AS d_confirmed_at, level.next_attempt_at AS d_next_attempt_at, level.lease_until AS d_lease_until`

const FROM = `product_mapping mapping LEFT JOIN marketplace_dispatch level
    ON level.account_id = mapping.account_id AND level.kind = 'stock' AND level.subject = mapping.listing_key
   AND level.deleted_at IS NULL`

const OFFERED = `mapping.deleted_at IS NULL AND mapping.state = 'mapped' AND mapping.fulfilled_by IS DISTINCT FROM 'platform'`

const TEXTS = `ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))`

const dateOf = (value: Date | string | null): Date | null => (value === null ? null : new Date(value))

function listingOf(row: Row): StockListing {
  return {
    mapping_id: row.mapping_id,
    account_id: row.account_id,
    listing_key: row.listing_key,
    sku: row.sku,
    title: row.title,
    variant_id: row.variant_id,
    units_per_package: row.units_per_package,
    fulfilled_by: row.fulfilled_by,
    platform_quantity: row.platform_quantity,
    platform_levels: row.platform_levels,
    platform_read_at: dateOf(row.platform_read_at),
    dispatch: row.d_id
      ? {
          id: row.d_id,
          state: row.d_state,
          quantity: row.d_quantity,
          previous_quantity: row.d_previous_quantity,
          levels: row.d_levels,
          problem_code: row.d_problem_code,
          problem: row.d_problem,
          attempted_at: dateOf(row.d_attempted_at),
          confirmed_at: dateOf(row.d_confirmed_at),
          next_attempt_at: dateOf(row.d_next_attempt_at),
          lease_until: dateOf(row.d_lease_until),
        }
      : null,
  }
}

/** The listings whose stock the store offers, by one query whatever their number. */
export async function stockListings(sql: Sql, which: WhichListings): Promise<StockListing[]> {
  const { accountIds, variantIds, listingKeys } = which
  if (!accountIds.length || variantIds?.length === 0 || listingKeys?.length === 0) return []
  const rows = await sql<Row>(
    `SELECT ${COLUMNS} FROM ${FROM}
      WHERE ${OFFERED} AND mapping.account_id = ANY(?::text[])
        ${variantIds ? `AND mapping.variant_id = ${TEXTS}` : ""}
        ${listingKeys ? `AND mapping.listing_key = ${TEXTS}` : ""}
      ORDER BY mapping.account_id, mapping.listing_key`,
    [
      textArray(accountIds),
      ...[variantIds, listingKeys].flatMap((texts) => (texts ? [JSON.stringify(texts)] : [])),
    ],
  )
  return rows.map(listingOf)
}

/** The next listings of an account behind a key, in the order of their keys. */
export async function stockListingsAfter(
  sql: Sql,
  input: { accountId: string; after: string; limit: number },
): Promise<StockListing[]> {
  const rows = await sql<Row>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE ${OFFERED} AND mapping.account_id = ? AND mapping.listing_key > ?
      ORDER BY mapping.listing_key LIMIT ?`,
    [input.accountId, input.after, input.limit],
  )
  return rows.map(listingOf)
}

/** How a level stands, as `standingOf` says it of a row. */
const STANDING = `CASE level.state
    WHEN 'owed' THEN CASE WHEN COALESCE(level.problem_code = ANY(?::text[]), false) THEN 'failed' ELSE 'waiting' END
    WHEN 'sent' THEN 'sending' WHEN 'confirmed' THEN 'synchronised' WHEN 'rejected' THEN 'failed'
    WHEN 'unknown' THEN CASE WHEN level.lease_until > clock_timestamp() THEN 'sending' ELSE 'unknown' END
    ELSE 'withdrawn' END`

export type StockPage = {
  accountId: string
  q?: string
  standings?: Standing[]
  limit: number
  offset: number
}

/** A page of an account's listings with their number, as a person looks at them. */
export async function pageOfStock(
  sql: Sql,
  { accountId, q, standings, limit, offset }: StockPage,
): Promise<{ listings: StockListing[]; count: number }> {
  const part = q ? `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%` : undefined
  const filters = `${OFFERED} AND mapping.account_id = ?
    ${part ? "AND (mapping.listing_key ILIKE ? OR mapping.sku ILIKE ? OR mapping.title ILIKE ?)" : ""}
    ${standings ? `AND level.id IS NOT NULL AND ${STANDING} = ANY(?::text[])` : ""}`
  const parameters = [
    accountId,
    ...(part ? [part, part, part] : []),
    ...(standings ? [textArray(failingCodes), textArray(standings)] : []),
  ]
  const [counted] = await sql<{ count: string }>(
    `SELECT COUNT(*) AS count FROM ${FROM} WHERE ${filters}`,
    parameters,
  )
  const rows = await sql<Row>(
    `SELECT ${COLUMNS} FROM ${FROM} WHERE ${filters} ORDER BY mapping.listing_key LIMIT ? OFFSET ?`,
    [...parameters, limit, offset],
  )
  return { listings: rows.map(listingOf), count: Number(counted.count) }
}
