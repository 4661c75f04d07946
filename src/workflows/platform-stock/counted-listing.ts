import type { InferTypeOf } from "@medusajs/framework/types"
import type ProductMapping from "../../modules/marketplace/models/product-mapping"
import type { CountedListing } from "./rules/count-items"

type MappingRow = InferTypeOf<typeof ProductMapping>

/** A mapping as the rules of the platform's stock know it. */
export const countedListing = (
  mapping: Pick<MappingRow, "listing_key" | "state" | "variant_id" | "units_per_package">,
): CountedListing => ({
  listingKey: mapping.listing_key,
  state: mapping.state,
  variantId: mapping.variant_id,
  unitsPerPackage: mapping.units_per_package,
})
