import { newId, type Sql } from "./sql"

/** A listing as the platform lists it in one marketplace, with the variant that carries exactly its SKU, if any. */
export type ReadListing = {
  listing_key: string
  sku: string | null
  title: string
  fulfilled_by: "merchant" | "platform"
  platform_product_id: string | null
  barcode: string | null
  quantity: number | null
  active: boolean
  variant_id: string | null
}

export type Proposal = { id: string; variant_id: string; by: "barcode" | "title" }

const BY_SKU = "known.state = 'unmapped' AND EXCLUDED.variant_id IS NOT NULL"
const isActive = (listedIn: string): string =>
  `EXISTS (SELECT 1 FROM jsonb_each(${listedIn}) AS place WHERE place.value -> 'active' = 'true'::jsonb)`

/** Each listing once, the last word counts; in one order, so that two writers never wait for each other in a circle. */
export function onceEach<Listing extends { listing_key: string }>(listings: Listing[]): Listing[] {
  const last = new Map(listings.map((listing) => [listing.listing_key, listing]))
  return [...last.values()].sort((left, right) => (left.listing_key < right.listing_key ? -1 : 1))
}

/**
 * Stores listings by one statement: what the platform says is taken over, what a person or an earlier match decided stays, and
 * one that is still unmapped gets the variant of its SKU. Stock that the platform holds is not told here. Gives how many are new.
 */
export async function storeListings(
  sql: Sql,
  input: { accountId: string; marketplace: string; at: Date; listings: ReadListing[] },
): Promise<number> {
  const { accountId, marketplace, at } = input
  const distinct = onceEach(input.listings)
  if (!distinct.length) return 0
  const rows = distinct.map((listing) => ({
    ...listing,
    id: newId("mpmap"),
    listed_in: { [marketplace]: { active: listing.active, at: at.toISOString() } },
  }))
  const stored = await sql<{ is_new: boolean }>(
    `INSERT INTO product_mapping AS known (id, account_id, listing_key, sku, title, fulfilled_by, variant_id, matched_by,
            state, units_per_package, platform_product_id, barcode, platform_quantity, platform_read_at, listed_at,
            listed_in, active)
     SELECT id, ?, listing_key, sku, title, fulfilled_by, variant_id, CASE WHEN variant_id IS NOT NULL THEN 'sku' END,
            CASE WHEN variant_id IS NULL THEN 'unmapped' ELSE 'mapped' END, 1, platform_product_id, barcode, quantity,
            CASE WHEN quantity IS NOT NULL THEN ?::timestamptz END, ?::timestamptz, listed_in, active
       FROM jsonb_to_recordset(?::jsonb) AS seen(id text, listing_key text, sku text, title text, fulfilled_by text,
            variant_id text, platform_product_id text, barcode text, quantity integer, active boolean, listed_in jsonb)
     ON CONFLICT (account_id, listing_key) WHERE deleted_at IS NULL DO UPDATE SET
            sku = COALESCE(EXCLUDED.sku, known.sku), title = EXCLUDED.title, fulfilled_by = EXCLUDED.fulfilled_by,
            platform_product_id = COALESCE(EXCLUDED.platform_product_id, known.platform_product_id),
            barcode = COALESCE(EXCLUDED.barcode, known.barcode),
            platform_quantity = COALESCE(EXCLUDED.platform_quantity, known.platform_quantity),
            platform_levels = CASE WHEN EXCLUDED.platform_quantity IS NULL THEN known.platform_levels END,
            platform_read_at = COALESCE(EXCLUDED.platform_read_at, known.platform_read_at),
            listed_at = EXCLUDED.listed_at,
            listed_in = COALESCE(known.listed_in, '{}'::jsonb) || EXCLUDED.listed_in,
            active = ${isActive("COALESCE(known.listed_in, '{}'::jsonb) || EXCLUDED.listed_in")},
            variant_id = CASE WHEN ${BY_SKU} THEN EXCLUDED.variant_id ELSE known.variant_id END,
            matched_by = CASE WHEN ${BY_SKU} THEN 'sku' ELSE known.matched_by END,
            state = CASE WHEN ${BY_SKU} THEN 'mapped' ELSE known.state END,
            proposed_variant_id = CASE WHEN ${BY_SKU} THEN NULL ELSE known.proposed_variant_id END,
            proposed_by = CASE WHEN ${BY_SKU} THEN NULL ELSE known.proposed_by END,
            updated_at = clock_timestamp()
     RETURNING (xmax = 0) AS is_new`,
    [accountId, at, at, JSON.stringify(rows)],
  )
  return stored.filter(({ is_new }) => is_new).length
}

/**
 * Takes listings out of a marketplace that its last full reading, which began at `startedAt`, did not show, and out of
 * marketplaces that are no longer read. What is listed nowhere is not for sale. Gives how many stopped being for sale.
 */
export async function forgetVanished(
  sql: Sql,
  input: { accountId: string; marketplace: string; enabled: string[]; startedAt: Date },
): Promise<number> {
  const rows = await sql(
    `WITH shown AS (
       SELECT mapping.id, mapping.active AS was, COALESCE((
                SELECT jsonb_object_agg(place.key, place.value) FROM jsonb_each(mapping.listed_in) AS place
                 WHERE place.key IN (SELECT jsonb_array_elements_text(?::jsonb))
                   AND (place.key <> ? OR (place.value ->> 'at')::timestamptz >= ?)), '{}'::jsonb) AS listed_in
         FROM product_mapping AS mapping
        WHERE mapping.account_id = ? AND mapping.deleted_at IS NULL AND mapping.listed_in IS NOT NULL)
     UPDATE product_mapping AS mine
        SET listed_in = shown.listed_in, active = ${isActive("shown.listed_in")}, updated_at = clock_timestamp()
       FROM shown
      WHERE mine.id = shown.id AND mine.listed_in <> shown.listed_in
      RETURNING (shown.was AND NOT mine.active) AS gone`,
    [JSON.stringify(input.enabled), input.marketplace, input.startedAt, input.accountId],
  )
  return rows.filter((row) => row.gone === true).length
}

/** How many listings a marketplace shows since a reading began, and how many it showed in all. */
export async function countListedIn(
  sql: Sql,
  accountId: string,
  marketplace: string,
  since: Date,
): Promise<{ shown: number; before: number }> {
  const [row] = await sql<{ shown: string | number; before: string | number }>(
    `SELECT COUNT(*) FILTER (WHERE (listed_in -> ?::text ->> 'at')::timestamptz >= ?) AS shown, COUNT(*) AS before
       FROM product_mapping
      WHERE account_id = ? AND deleted_at IS NULL AND listed_in -> ?::text IS NOT NULL`,
    [marketplace, since, accountId, marketplace],
  )
  return { shown: Number(row.shown), before: Number(row.before) }
}

/** Keeps what unmapped listings may be; for those of `among` that nothing speaks for any more, nothing. */
export async function keepProposals(sql: Sql, among: string[], proposals: Proposal[]): Promise<void> {
  if (!among.length) return
  await sql(
    `UPDATE product_mapping AS mine SET proposed_variant_id = found.variant_id, proposed_by = found.by,
            updated_at = clock_timestamp()
       FROM (SELECT looked.id, given.variant_id, given.by
               FROM jsonb_array_elements_text(?::jsonb) AS looked(id)
               LEFT JOIN jsonb_to_recordset(?::jsonb) AS given(id text, variant_id text, by text) ON given.id = looked.id) AS found
      WHERE mine.id = found.id AND mine.state = 'unmapped' AND mine.deleted_at IS NULL
        AND (mine.proposed_variant_id IS DISTINCT FROM found.variant_id OR mine.proposed_by IS DISTINCT FROM found.by)`,
    [JSON.stringify(among), JSON.stringify(proposals)],
  )
}

export type AcceptedProposal = { id: string; account_id: string; listing_key: string; variant_id: string }

/** Makes proposals mappings, where they still stand: the state is checked by the statement that changes it. */
export async function acceptProposals(
  sql: Sql,
  ids: string[],
  variantIds: string[],
): Promise<AcceptedProposal[]> {
  return sql<AcceptedProposal>(
    `UPDATE product_mapping SET variant_id = proposed_variant_id, matched_by = proposed_by, state = 'mapped',
            proposed_variant_id = NULL, proposed_by = NULL, updated_at = clock_timestamp()
      WHERE id IN (SELECT jsonb_array_elements_text(?::jsonb)) AND deleted_at IS NULL AND state = 'unmapped'
        AND proposed_variant_id IN (SELECT jsonb_array_elements_text(?::jsonb))
      RETURNING id, account_id, listing_key, variant_id`,
    [JSON.stringify(ids), JSON.stringify(variantIds)],
  )
}

/** Packages of a listing that a platform location holds: to be sold, and on their way there. */
export type HeldPackages = { listing_key: string; available: number; inbound: number }

/** Keeps with listings what a location holds of them, and with those of the platform's own stock how much it can sell. */
export async function keepHeldQuantities(
  sql: Sql,
  input: { accountId: string; locationId: string; at: Date; held: HeldPackages[] },
): Promise<void> {
  await sql(
    `WITH held AS (
       SELECT mapping.id, told.available, told.inbound
         FROM product_mapping AS mapping
         JOIN jsonb_to_recordset(?::jsonb) AS told(listing_key text, available integer, inbound integer)
           ON told.listing_key = mapping.listing_key
        WHERE mapping.account_id = ? AND mapping.deleted_at IS NULL
        ORDER BY mapping.listing_key FOR UPDATE OF mapping)
     UPDATE product_mapping AS mine
        SET held_at = COALESCE(mine.held_at, '{}'::jsonb) || jsonb_build_object(?::text, held.available + held.inbound),
            platform_quantity = CASE mine.fulfilled_by WHEN 'platform' THEN held.available ELSE mine.platform_quantity END,
            platform_read_at = CASE mine.fulfilled_by WHEN 'platform' THEN ? ELSE mine.platform_read_at END
       FROM held WHERE mine.id = held.id`,
    [JSON.stringify(input.held), input.accountId, input.locationId, input.at],
  )
}
