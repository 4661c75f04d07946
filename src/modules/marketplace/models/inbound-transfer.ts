import { model } from "@medusajs/framework/utils"

/** Goods that a person sent from an own warehouse to the platform's: one row a listing of a transfer. */
const InboundTransfer = model
  .define("marketplace_inbound_transfer", {
    id: model.id({ prefix: "mptra" }).primaryKey(),
    account_id: model.text(),
    /** The shipment's number at the platform, or any that the merchant knows it by. */
    reference: model.text(),
    listing_key: model.text(),
    variant_id: model.text(),
    inventory_item_id: model.text(),
    from_location_id: model.text(),
    to_location_id: model.text(),
    /** How many listings (packages) were sent. */
    packages: model.number(),
    /** Units of the inventory item that left, and how many of them the platform has counted in since. */
    quantity: model.number(),
    received_quantity: model.number().default(0),
    recorded_by: model.text(),
    sent_at: model.dateTime(),
  })
  .indexes([
    {
      name: "IDX_marketplace_inbound_transfer_once",
      on: ["account_id", "reference", "listing_key", "inventory_item_id"],
      unique: true,
      where: "deleted_at IS NULL",
    },
    {
      name: "IDX_marketplace_inbound_transfer_open",
      on: ["to_location_id", "inventory_item_id", "sent_at"],
      where: "received_quantity < quantity AND deleted_at IS NULL",
    },
  ])
  .checks([
    (columns) =>
      `${columns.quantity} > 0 AND ${columns.received_quantity} >= 0 AND ${columns.received_quantity} <= ${columns.quantity} AND ${columns.from_location_id} <> ${columns.to_location_id}`,
  ])

export default InboundTransfer
