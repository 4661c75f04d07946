import { model } from "@medusajs/framework/utils"

/** A marketplace (country or site) inside an account, with what it does differently from the account. */
const MarketplaceSite = model
  .define("marketplace_site", {
    id: model.id({ prefix: "mpsite" }).primaryKey(),
    account_id: model.text(),
    external_id: model.text(),
    name: model.text(),
    country: model.text().nullable(),
    currency: model.text().nullable(),
    enabled: model.boolean().default(true),
    sales_channel_id: model.text().nullable(),
    region_id: model.text().nullable(),
    stock_location_id: model.text().nullable(),
    platform_location_id: model.text().nullable(),
    team: model.text().nullable(),
  })
  .indexes([{ on: ["account_id", "external_id"], unique: true, where: "deleted_at IS NULL" }])

export default MarketplaceSite
