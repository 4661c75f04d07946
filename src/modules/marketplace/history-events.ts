import { dispatchStates, marketplaceOrderStates } from "./states"

/** Everything that the history of an account tells. The screens have a sentence for each. */
export const accountEvents = [
  "connected",
  "changed",
  "paused",
  "resumed",
  "verified",
  "verification_failed",
  "needs_reauthorization",
  "sync_failed",
  "sync_requested",
  "cursor_moved",
  "import_requested",
  "listing_mapped",
  "listings_matched",
  "listings_read",
  "platform_stock_read",
  "inbound_transfer",
  "writer_on",
  "writer_off",
  "writer_stopped_on_copy",
  "stock_braked",
  "stock_released",
  "notices_subscribed",
  "notices_unsubscribed",
  "webhooks_registered",
  "webhooks_failed",
  "suspended",
  /** A buyer's or the store's data was asked for, or asked to be removed. */
  "privacy_requested",
  "privacy_done",
  /** The nightly removal of expired personal data, with its counts. */
  "personal_data_purged",
  "removed",
] as const

/** Everything that the history of an order tells: the states it came to, and what happened to it besides. */
export const orderEvents = [
  ...marketplaceOrderStates,
  "seen",
  "changed_at_platform",
  "import_failed",
  "retry_requested",
  "approved",
  "ignored_by_person",
  "personal_data_purged",
  "canceled_here",
  /** A person changed what an order is sold as: salesperson, payment method, customer. */
  "changed_by_person",
  /** The draft was edited in Medusa. */
  "edited_in_review",
  "personal_data_redacted",
] as const

/** Everything that the history of a dispatch tells: the states it came to, and what happened to it besides. */
export const dispatchEvents = [
  ...dispatchStates,
  /** What is owed changed: a new revision. */
  "revised",
  /** Written down before it is handed to the platform; what follows is the answer. */
  "sending",
  /** The platform was asked what became of it. */
  "looked_up",
  "retry_requested",
  /** The platform answered that it could not be sent for now. */
  "put_off",
] as const

export type AccountEvent = (typeof accountEvents)[number]
export type OrderEvent = (typeof orderEvents)[number]
export type DispatchEvent = (typeof dispatchEvents)[number]
