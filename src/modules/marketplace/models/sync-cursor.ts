import { model } from "@medusajs/framework/utils"

/** How far an account has been read, per resource, and the window that is being read right now. */
const SyncCursor = model
  .define("sync_cursor", {
    id: model.id({ prefix: "mpcur" }).primaryKey(),
    account_id: model.text(),
    /** `orders`, `stock_out`, `stock_compare`, `listings:<marketplace>`, `inventory:<location>` (see `resources.ts`). */
    resource: model.text(),
    /**
     * Everything changed up to here is in the inbox; of listings and stock the instant of the last full reading. Never moves back
     * except by a named person (trigger).
     */
    position: model.dateTime(),
    window_from: model.dateTime().nullable(),
    window_to: model.dateTime().nullable(),
    /** Next page of the open window; a restart goes on here. */
    page_token: model.text().nullable(),
    /** Of listings and stock: when they are read next, or a reading goes on; null = not by schedule. */
    next_read_at: model.dateTime().nullable(),
    /** The person who asked for the reading that is due; null = the schedule. */
    requested_by: model.text().nullable(),
    /** Why the last reading failed, if so. */
    problem: model.json().nullable(),
    lease_token: model.text().nullable(),
    lease_until: model.dateTime().nullable(),
    moved_back_by: model.text().nullable(),
    moved_back_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["account_id", "resource"], unique: true, where: "deleted_at IS NULL" },
    { on: ["next_read_at"], where: "next_read_at IS NOT NULL AND deleted_at IS NULL" },
  ])

export default SyncCursor
