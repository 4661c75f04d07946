import type { InferTypeOf } from "@medusajs/framework/types"
import type InboundTransfer from "../../../../modules/marketplace/models/inbound-transfer"
import type { GoodsAndPlaces } from "../movements/goods-and-places"
import { serializeVariant } from "./mapping"

export type TransferRow = InferTypeOf<typeof InboundTransfer>

const placeOf = (id: string, { locations }: GoodsAndPlaces) => ({ id, name: locations.get(id) ?? null })

/** Goods that were sent to the platform under one reference; a line is one inventory item of a listing. */
export function serializeTransfer(rows: TransferRow[], known: GoodsAndPlaces) {
  const [first] = rows
  return {
    reference: first.reference,
    account_id: first.account_id,
    from_location: placeOf(first.from_location_id, known),
    to_location: placeOf(first.to_location_id, known),
    recorded_by: first.recorded_by,
    sent_at: first.sent_at,
    state: rows.every((row) => row.received_quantity >= row.quantity)
      ? ("received" as const)
      : rows.some((row) => row.received_quantity > 0)
        ? ("partly_received" as const)
        : ("on_its_way" as const),
    lines: rows.map((row) => ({
      listing_key: row.listing_key,
      sku: known.skus.get(row.inventory_item_id) ?? null,
      variant: serializeVariant(known.variants.get(row.variant_id)),
      inventory_item_id: row.inventory_item_id,
      /** In listings. */
      quantity: row.packages,
      /** In units of the inventory item: how many were sent, and how many of them the platform has counted in. */
      units: row.quantity,
      received_units: row.received_quantity,
    })),
  }
}
