import { model } from "@medusajs/framework/utils"

/** One line of what happened; append-only (trigger). Carries no personal data. */
const HistoryEntry = model
  .define("history_entry", {
    id: model.id({ prefix: "mphist" }).primaryKey(),
    account_id: model.text(),
    subject_type: model.enum(["account", "order", "dispatch"]),
    subject_id: model.text(),
    at: model.dateTime(),
    actor: model.enum(["schedule", "person", "platform"]),
    /** Id of the admin user, where a person acted. */
    actor_id: model.text().nullable(),
    event: model.text(),
    details: model.json(),
  })
  .indexes([{ on: ["subject_type", "subject_id", "at"] }])

export default HistoryEntry
