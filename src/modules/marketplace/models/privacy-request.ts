import { model } from "@medusajs/framework/utils"

/** What is done about personal data: at the wish of a platform or person, or because its time is over. Holds no personal data in the open. */
export const privacyKinds = ["customer_redact", "store_redact", "customer_data", "expiry"] as const
export type PrivacyKind = (typeof privacyKinds)[number]

/** The record of one removal, or of one question what is held of a buyer. */
const PrivacyRequest = model
  .define("marketplace_privacy_request", {
    id: model.id({ prefix: "mppriv" }).primaryKey(),
    provider_id: model.text(),
    /** Whose store it is at the platform. */
    external_id: model.text(),
    /** Null: no account of that store is known here. */
    account_id: model.text().nullable(),
    kind: model.enum([...privacyKinds]),
    /** The platform's number of the request, or one made of its content: it may come several times. */
    request_key: model.text(),
    /** Whom it is about, AES-256-GCM; emptied when it is done, except of a question, whose answer a person hands over. */
    sealed_body: model.text().nullable(),
    state: model.enum(["open", "done"]).default("open"),
    /** What was removed or found: counts by table, never values. */
    report: model.json().nullable(),
    requested_at: model.dateTime(),
    done_at: model.dateTime().nullable(),
    attempts: model.number().default(0),
    next_attempt_at: model.dateTime().nullable(),
  })
  .indexes([
    { on: ["provider_id", "request_key"], unique: true, where: "deleted_at IS NULL" },
    { on: ["account_id", "requested_at"], where: "deleted_at IS NULL" },
    { on: ["next_attempt_at"], where: "next_attempt_at IS NOT NULL AND deleted_at IS NULL" },
  ])

export default PrivacyRequest
