import type { InferTypeOf } from "@medusajs/framework/types"
import type ProductMapping from "../../../../modules/marketplace/models/product-mapping"
import type { StoreVariant, SuggestedVariant } from "../../../../workflows/mapping/rules/rank-variants"

export type MappingRow = InferTypeOf<typeof ProductMapping>

/** A variant as lists show it; null when there is none, or it has been deleted. */
export const serializeVariant = (variant: StoreVariant | undefined) =>
  variant
    ? {
        id: variant.id,
        title: variant.title,
        sku: variant.sku,
        product_id: variant.productId,
        product_title: variant.productTitle,
        thumbnail: variant.thumbnail,
      }
    : null

type MappedTo = {
  variant: StoreVariant | undefined
  proposed: StoreVariant | undefined
  ordersBlocked: number
}

/** What a listing is in Medusa: its variant, unless there is none or it has been deleted, and the orders that wait for it. */
export function serializeMapping(mapping: MappingRow, { variant, proposed, ordersBlocked }: MappedTo) {
  return {
    id: mapping.id,
    account_id: mapping.account_id,
    listing_key: mapping.listing_key,
    sku: mapping.sku,
    title: mapping.title,
    fulfilled_by: mapping.fulfilled_by,
    variant_id: mapping.variant_id,
    variant: serializeVariant(variant),
    units_per_package: mapping.units_per_package,
    packaging: mapping.packaging,
    matched_by: mapping.matched_by,
    state: mapping.state,
    platform_product_id: mapping.platform_product_id,
    barcode: mapping.barcode,
    /** What the platform offered, or held, when it was last read. */
    platform_quantity: mapping.platform_quantity,
    platform_read_at: mapping.platform_read_at,
    /** Seen in the platform's own list; null = known from orders only. */
    listed_at: mapping.listed_at,
    /** For sale at the platform; null = not read yet. */
    active: mapping.active,
    /** A variant that it may be; a person accepts it, or chooses another. */
    proposal:
      proposed && mapping.proposed_by
        ? { variant: serializeVariant(proposed), by: mapping.proposed_by }
        : null,
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
