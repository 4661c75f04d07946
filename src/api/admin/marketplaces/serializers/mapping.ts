import type { InferTypeOf } from "@medusajs/framework/types"
import type ProductMapping from "../../../../modules/marketplace/models/product-mapping"

/** What a listing is in Medusa. */
export function serializeMapping(mapping: InferTypeOf<typeof ProductMapping>) {
  return {
    id: mapping.id,
    account_id: mapping.account_id,
    listing_key: mapping.listing_key,
    sku: mapping.sku,
    title: mapping.title,
    fulfilled_by: mapping.fulfilled_by,
    variant_id: mapping.variant_id,
    units_per_package: mapping.units_per_package,
    packaging: mapping.packaging,
    matched_by: mapping.matched_by,
    state: mapping.state,
    created_at: mapping.created_at,
    updated_at: mapping.updated_at,
  }
}
