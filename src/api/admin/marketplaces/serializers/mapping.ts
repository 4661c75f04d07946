import type { InferTypeOf } from "@medusajs/framework/types"
import type ProductMapping from "../../../../modules/marketplace/models/product-mapping"
import type { StoreVariant, SuggestedVariant } from "../../../../workflows/mapping/rules/rank-variants"

export type MappingRow = InferTypeOf<typeof ProductMapping>

/** What a listing is in Medusa: its variant, unless there is none or it has been deleted, and the orders that wait for it. */
export function serializeMapping(
  mapping: MappingRow,
  { variant, ordersBlocked }: { variant: StoreVariant | undefined; ordersBlocked: number },
) {
  return {
    id: mapping.id,
    account_id: mapping.account_id,
    listing_key: mapping.listing_key,
    sku: mapping.sku,
    title: mapping.title,
    fulfilled_by: mapping.fulfilled_by,
    variant_id: mapping.variant_id,
    variant: variant
      ? {
          id: variant.id,
          title: variant.title,
          sku: variant.sku,
          product_id: variant.productId,
          product_title: variant.productTitle,
          thumbnail: variant.thumbnail,
        }
      : null,
    units_per_package: mapping.units_per_package,
    packaging: mapping.packaging,
    matched_by: mapping.matched_by,
    state: mapping.state,
    /** Blocked orders that name this listing in a problem. */
    orders_blocked: ordersBlocked,
    created_at: mapping.created_at,
    updated_at: mapping.updated_at,
  }
}

/** A variant that a listing may be, and what speaks for it. */
export function serializeSuggestion({ variant, reason }: SuggestedVariant) {
  return {
    variant_id: variant.id,
    title: variant.title,
    sku: variant.sku,
    barcode: variant.barcode ?? variant.ean ?? variant.upc,
    product_id: variant.productId,
    product_title: variant.productTitle,
    thumbnail: variant.thumbnail,
    reason,
  }
}
