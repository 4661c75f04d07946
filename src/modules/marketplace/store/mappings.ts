import { onceEach } from "./listings"
import { newId, textArray, type Sql } from "./sql"

/** A listing as an order shows it, with the variant it turned out to be, if any. */
export type NotedListing = {
  listing_key: string
  sku: string | null
  barcode?: string | null
  title: string
  fulfilled_by: "merchant" | "platform"
  variant_id: string | null
  matched_by: "sku" | "barcode" | "title" | "created" | null
}

/** What an order needs to know of a mapping. */
export type MappingRow = {
  listing_key: string
  variant_id: string | null
  units_per_package: number
  state: "unmapped" | "mapped" | "ignored"
}

/**
 * Notes listings by one statement: new ones are added, an unmapped one gets the variant that was found, and whatever a
 * person or an earlier match decided stays as it is.
 */
export async function noteListings(sql: Sql, accountId: string, listings: NotedListing[]): Promise<void> {
  const distinct = onceEach(listings)
  if (!distinct.length) return
  await sql(
    `INSERT INTO product_mapping AS known (id, account_id, listing_key, sku, barcode, title, fulfilled_by, variant_id,
            matched_by, state, units_per_package)
     SELECT id, ?, listing_key, sku, barcode, title, fulfilled_by, variant_id, matched_by,
            CASE WHEN variant_id IS NULL THEN 'unmapped' ELSE 'mapped' END, 1
       FROM jsonb_to_recordset(?::jsonb) AS seen(id text, listing_key text, sku text, barcode text, title text,
            fulfilled_by text, variant_id text, matched_by text)
     ON CONFLICT (account_id, listing_key) WHERE deleted_at IS NULL DO UPDATE SET
            variant_id = EXCLUDED.variant_id, matched_by = EXCLUDED.matched_by, state = EXCLUDED.state,
            proposed_variant_id = NULL, proposed_by = NULL, updated_at = clock_timestamp()
      WHERE known.state = 'unmapped' AND EXCLUDED.state = 'mapped'`,
    [accountId, JSON.stringify(distinct.map((listing) => ({ ...listing, id: newId("mpmap") })))],
  )
}

type Listing = { account_id: string; listing_key: string }

/** By which a listing's count is found. */
export const listingId = ({ account_id, listing_key }: Listing): string => `${account_id} ${listing_key}`

/** How many blocked orders name each of some listings in a problem: one query that looks at each blocked order once. */
export async function countBlockedByListing(sql: Sql, listings: Listing[]): Promise<Map<string, number>> {
  if (!listings.length) return new Map()
  const accountIds = [...new Set(listings.map(({ account_id }) => account_id))]
  const rows = await sql<Listing & { count: string | number }>(
    `SELECT account_id, found -> 'details' ->> 'listing_key' AS listing_key, COUNT(DISTINCT id) AS count
       FROM marketplace_order, jsonb_array_elements(problems) AS found
      WHERE account_id = ANY(?::text[]) AND state = 'blocked' AND deleted_at IS NULL
        AND found -> 'details' ->> 'listing_key' = ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))
      GROUP BY 1, 2`,
    [textArray(accountIds), JSON.stringify(listings.map(({ listing_key }) => listing_key))],
  )
  return new Map(rows.map((row) => [listingId(row), Number(row.count)]))
}
