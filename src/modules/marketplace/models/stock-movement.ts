import { model } from "@medusajs/framework/utils"

/** Goods that left or came back to a platform's own stock, written together with the inventory level they changed. */
const StockMovement = model
  .define("marketplace_stock_movement", {
    id: model.id({ prefix: "mpmov" }).primaryKey(),
    account_id: model.text(),
    reason: model.enum(["platform_shipment"]),
    /** The platform's order and line. */
    reference: model.text(),
    line_reference: model.text(),
    variant_id: model.text().nullable(),
    inventory_item_id: model.text(),
    location_id: model.text(),
    /** Negative: left the location. */
    quantity: model.number(),
    at: model.dateTime(),
  })
  .indexes([
    {
      name: "IDX_marketplace_stock_movement_once",
      on: ["account_id", "reason", "reference", "line_reference", "inventory_item_id"],
      unique: true,
    },
    { name: "IDX_marketplace_stock_movement_item", on: ["inventory_item_id", "location_id", "at"] },
  ])

export default StockMovement
