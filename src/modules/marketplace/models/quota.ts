import { model } from "@medusajs/framework/utils"

/** Token bucket of one operation of one account, shared by all processes. */
const Quota = model
  .define("marketplace_quota", {
    id: model.id({ prefix: "mpq" }).primaryKey(),
    account_id: model.text(),
    operation: model.text(),
    tokens: model.float(),
    burst: model.float(),
    rate_per_second: model.float(),
    refilled_at: model.dateTime(),
  })
  .indexes([{ on: ["account_id", "operation"], unique: true }])

export default Quota
