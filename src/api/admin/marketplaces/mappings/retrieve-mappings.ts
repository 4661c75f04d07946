import type { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../modules/marketplace"
import { listingId } from "../../../../modules/marketplace/store/mappings"
import { loadStoreVariants } from "../../../../workflows/mapping/store-variants"
import { refusal } from "../../../../workflows/refusals/refusal"
import { serializeMapping, type MappingRow } from "../serializers/mapping"

/** Mappings with their variants and the orders that wait for them: one query each, whatever their number. */
export async function showMappings(container: MedusaContainer, rows: MappingRow[]) {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const variantIds = [
    ...new Set(
      rows.flatMap(({ variant_id, proposed_variant_id }) =>
        [variant_id, proposed_variant_id].flatMap((id) => id ?? []),
      ),
    ),
  ]
  const listings = rows.map(({ account_id, listing_key }) => ({ account_id, listing_key }))
  const [variants, blocked] = await Promise.all([
    variantIds.length ? loadStoreVariants(container, { id: variantIds }, variantIds.length) : [],
    marketplace.countBlockedByListing(listings),
  ])
  const byId = new Map(variants.map((variant) => [variant.id, variant]))
  return rows.map((row) =>
    serializeMapping(row, {
      variant: row.variant_id ? byId.get(row.variant_id) : undefined,
      proposed: row.proposed_variant_id ? byId.get(row.proposed_variant_id) : undefined,
      ordersBlocked: blocked.get(listingId(row)) ?? 0,
    }),
  )
}

/**
 * A mapping as routes answer it.
 * @throws RefusalError
 */
export async function retrieveMapping(container: MedusaContainer, id: string) {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const rows = await marketplace.listProductMappings({ id })
  const [mapping] = await showMappings(container, rows)
  if (!mapping) throw refusal("mapping_unknown", { id })
  return mapping
}
