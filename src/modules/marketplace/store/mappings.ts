import { newId, type Sql } from "./sql"

/** A listing as an order shows it, with the variant it turned out to be, if any. */
export type NotedListing = {
  listing_key: string
  sku: string | null
  title: string
  fulfilled_by: "merchant" | "platform"
  variant_id: string | null
  matched_by: "sku" | "created" | null
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
  const distinct = [...new Map(listings.map((listing) => [listing.listing_key, listing])).values()]
  if (!distinct.length) return
  await sql(
    `INSERT INTO product_mapping AS known (id, account_id, listing_key, sku, title, fulfilled_by, variant_id, matched_by,
            state, units_per_package)
     SELECT id, ?, listing_key, sku, title, fulfilled_by, variant_id, matched_by,
            CASE WHEN variant_id IS NULL THEN 'unmapped' ELSE 'mapped' END, 1
       FROM jsonb_to_recordset(?::jsonb) AS seen(id text, listing_key text, sku text, title text, fulfilled_by text,
            variant_id text, matched_by text)
     ON CONFLICT (account_id, listing_key) WHERE deleted_at IS NULL DO UPDATE SET
            variant_id = EXCLUDED.variant_id, matched_by = EXCLUDED.matched_by, state = EXCLUDED.state,
            updated_at = clock_timestamp()
      WHERE known.state = 'unmapped' AND EXCLUDED.state = 'mapped'`,
    [accountId, JSON.stringify(distinct.map((listing) => ({ ...listing, id: newId("mpmap") })))],
  )
}
