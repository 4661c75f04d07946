import type { InferTypeOf } from "@medusajs/framework/types"
import type StockMovement from "../../../../modules/marketplace/models/stock-movement"
import type { Balance } from "../../../../modules/marketplace/store/movements"
import type { GoodsAndPlaces } from "../movements/goods-and-places"
import { serializeVariant } from "./mapping"

export type MovementRow = InferTypeOf<typeof StockMovement>

const placeOf = (id: string, { locations }: GoodsAndPlaces) => ({ id, name: locations.get(id) ?? null })

/** One change of what a location holds. */
export function serializeMovement(row: MovementRow, known: GoodsAndPlaces) {
  return {
    id: row.id,
    at: row.at,
    account_id: row.account_id,
    reason: row.reason,
    reference: row.reference,
    line_reference: row.line_reference,
    listing_key: row.listing_key,
    marketplace: row.marketplace,
    sku: known.skus.get(row.inventory_item_id) ?? null,
    variant: serializeVariant(known.variants.get(row.variant_id ?? "")),
    inventory_item_id: row.inventory_item_id,
    location: placeOf(row.location_id, known),
    /** Units of the inventory item; negative: left the location. */
    quantity: row.quantity,
    /** What the location held afterwards; null in rows from before it was kept. */
    balance: row.balance,
    actor_id: row.actor_id,
  }
}

/** What a location held of something before a period, what moved in it, and what it held after. */
export function serializeBalance(balance: Balance, known: GoodsAndPlaces) {
  const { opening, moved, closing, listing_keys } = balance
  return {
    /** Null where several listings, or none, are the same goods. */
    listing_key: listing_keys.length === 1 ? listing_keys[0] : null,
    listing_keys,
    sku: known.skus.get(balance.inventory_item_id) ?? null,
    variant: serializeVariant(known.variants.get(balance.variant_id ?? "")),
    inventory_item_id: balance.inventory_item_id,
    location: placeOf(balance.location_id, known),
    opening,
    moved,
    closing,
    /** What else changed the level: somebody typed another number, or sold from it. Zero: the movements tell everything. */
    elsewhere: opening === null || closing === null ? null : closing - opening - moved,
  }
}
