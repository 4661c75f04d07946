import { marketplaceOrderStates } from "./states"

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
] as const

export type AccountEvent = (typeof accountEvents)[number]
export type OrderEvent = (typeof orderEvents)[number]
