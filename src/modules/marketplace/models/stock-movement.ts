import { model } from "@medusajs/framework/utils"

/**
 * Why a level changed. `platform_shipment`: the platform sent it to a buyer. `platform_count`: the platform counts another
 * number than we had. `inbound_sent`: left our warehouse for the platform. `inbound_received`: of that, what the platform has.
 * `mapping_changed`: the listing which brought it there is another product now, or none.
 */
export const movementReasons = [
  "platform_shipment",
  "platform_count",
  "inbound_sent",
  "inbound_received",
  "mapping_changed",
] as const

/** A change of what a location holds, written together with the inventory level that it changed. */
const StockMovement = model
  .define("marketplace_stock_movement", {
    id: model.id({ prefix: "mpmov" }).primaryKey(),
    account_id: model.text(),
    reason: model.enum([...movementReasons]),
    /**
     * The platform's order and line; of a count its instant and listing, or the order and line that it had counted out before;
     * of a transfer its own reference and listing.
     */
    reference: model.text(),
    line_reference: model.text(),
    /** The platform's id of the marketplace; null where it is none's alone. */
    marketplace: model.text().nullable(),
    listing_key: model.text().nullable(),
    /** Who recorded it, where a person did. */
    actor_id: model.text().nullable(),
    variant_id: model.text().nullable(),
    inventory_item_id: model.text(),
    location_id: model.text(),
    /** Negative: left the location. */
    quantity: model.number(),
    /** What the location held afterwards; null in rows from before it was kept. */
    balance: model.number().nullable(),
    at: model.dateTime(),
  })
  .indexes([
    {
      name: "IDX_marketplace_stock_movement_once",
      on: ["account_id", "reason", "reference", "line_reference", "inventory_item_id", "location_id"],
      unique: true,
    },
    { name: "IDX_marketplace_stock_movement_at", on: ["at"] },
    { name: "IDX_marketplace_stock_movement_item", on: ["inventory_item_id", "location_id", "at"] },
    // The list of movements: its filters.
    { on: ["account_id", "at"] },
    { on: ["variant_id", "at"] },
    { on: ["location_id", "at"] },
    { on: ["reference"] },
    { on: ["listing_key", "at"] },
  ])

export default StockMovement
