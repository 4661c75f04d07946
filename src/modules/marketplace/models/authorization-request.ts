import { model } from "@medusajs/framework/utils"

/** A consent that was begun: its `state` is stored as a digest, works once, for a few minutes, for the admin who began. */
const AuthorizationRequest = model.define("marketplace_authorization", {
  id: model.id({ prefix: "mpauth" }).primaryKey(),
  state_digest: model.text().unique(),
  provider_id: model.text(),
  name: model.text(),
  account_id: model.text().nullable(),
  user_id: model.text(),
  choice: model.json(),
  /** Settings of the account that is going to be connected. */
  settings: model.json().nullable(),
  /** A consent that began at the platform: what it came back with, sealed, until an admin confirms it. */
  sealed_query: model.text().nullable(),
  expires_at: model.dateTime(),
  used_at: model.dateTime().nullable(),
})

export default AuthorizationRequest
