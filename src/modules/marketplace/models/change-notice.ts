import { model } from "@medusajs/framework/utils"

/** A notice of the platform that an order changed, kept until the order was read again; and a while after, against its doubles. */
const ChangeNotice = model
  .define("marketplace_change_notice", {
    id: model.id({ prefix: "mpnot" }).primaryKey(),
    account_id: model.text(),
    /** The platform's id of the notice. */
    notice_id: model.text(),
    /** The order's reference. */
    reference: model.text(),
    /** When the order was read again. */
    read_at: model.dateTime().nullable(),
    attempts: model.number().default(0),
    next_attempt_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["account_id", "notice_id"], unique: true, where: "deleted_at IS NULL" },
    {
      name: "IDX_marketplace_change_notice_open",
      on: ["account_id", "next_attempt_at"],
      where: "read_at IS NULL AND deleted_at IS NULL",
    },
  ])

export default ChangeNotice
