import { model } from "@medusajs/framework/utils"

/** How far an account has been read, per resource, and the window that is being read right now. */
const SyncCursor = model
  .define("sync_cursor", {
    id: model.id({ prefix: "mpcur" }).primaryKey(),
    account_id: model.text(),
    resource: model.enum(["orders", "listings", "inventory", "payouts"]),
    /** Everything changed up to here is in the inbox. Never moves back except by a named person (trigger). */
    position: model.dateTime(),
    window_from: model.dateTime().nullable(),
    window_to: model.dateTime().nullable(),
    /** Next page of the open window; a restart goes on here. */
    page_token: model.text().nullable(),
    moved_back_by: model.text().nullable(),
    moved_back_at: model.dateTime().nullable(),
  })
  .indexes([{ on: ["account_id", "resource"], unique: true, where: "deleted_at IS NULL" }])

export default SyncCursor
