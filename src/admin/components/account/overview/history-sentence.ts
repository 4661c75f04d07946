import type { HistoryEntry } from "../../../lib/answers"

type Details = HistoryEntry["details"]
type Values = { count?: number; other?: number; name?: string; from?: string; to?: string }

/** How a line of history is told. */
export type HistorySentence = {
  /** The sentence, `account.event.<sentence>`. */
  sentence:
    | "connected"
    | "changed"
    | "paused"
    | "resumed"
    | "verified"
    | "verification_failed"
    | "needs_reauthorization"
    | "sync_failed"
    | "sync_requested"
    | "removed"
    | "cursor_moved"
    | "import_of_period"
    | "import_of_references"
    | `listing_${ListingState}`
    | "listings_matched"
    | `${WriterEvent}_${WriterKind}`
    | `${ReadingEvent}${"" | "_failed"}`
    | "inbound_transfer"
    | "stock_braked"
    | "stock_released"
    | "notices_subscribed"
    | "notices_unsubscribed"
    | "webhooks_registered"
    | "webhooks_failed"
    | "suspended"
    | `${PrivacyEvent}_${PrivacyKind}`
    | "privacy_done_connected_again"
    | "personal_data_purged"
    | "other"
  /** What the sentence has to name; `from` and `to` are instants. */
  values: Values
  /** Fields that were changed, as paths. */
  fields?: string[]
}

type WriterEvent = "writer_on" | "writer_off" | "writer_stopped_on_copy"
type WriterKind = "shipments" | "stock"
type ReadingEvent = "listings_read" | "platform_stock_read"
type PrivacyEvent = "privacy_requested" | "privacy_done"
type PrivacyKind = "customer_redact" | "store_redact" | "customer_data"
const privacyKinds: PrivacyKind[] = ["customer_redact", "store_redact", "customer_data"]
type ListingState = "mapped" | "unmapped" | "ignored"
const listingStates: ListingState[] = ["mapped", "unmapped", "ignored"]

const text = (value: unknown): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : ""
const number = (value: unknown): number => (typeof value === "number" ? value : 0)
const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : []

type Teller = (details: Details) => HistorySentence
const plain =
  (sentence: HistorySentence["sentence"]): Teller =>
  () => ({ sentence, values: {} })

/** What is written to the platform, on or off. */
const writer =
  (event: WriterEvent): Teller =>
  ({ writer: kind }) => ({ sentence: `${event}_${kind === "stock" ? "stock" : "shipments"}`, values: {} })

/** A reading that went well tells what it counted; one that did not tells its problem. */
const reading =
  (event: ReadingEvent, counted: "read" | "listings"): Teller =>
  ({ [counted]: count }) =>
    count === undefined
      ? { sentence: `${event}_failed`, values: {} }
      : { sentence: event, values: { count: number(count) } }

const privacyKindOf = (kind: unknown): PrivacyKind =>
  privacyKinds.find((one) => one === kind) ?? "customer_redact"

/** Every event of an account's history; a test holds it against the list of events. */
const tellers: Partial<Record<HistoryEntry["event"], Teller>> = {
  connected: ({ marketplaces }) => ({ sentence: "connected", values: { count: number(marketplaces) } }),
  changed: ({ fields }) => ({ sentence: "changed", values: {}, fields: texts(fields) }),
  paused: plain("paused"),
  resumed: plain("resumed"),
  verified: plain("verified"),
  verification_failed: plain("verification_failed"),
  needs_reauthorization: plain("needs_reauthorization"),
  sync_failed: plain("sync_failed"),
  sync_requested: plain("sync_requested"),
  removed: plain("removed"),
  cursor_moved: ({ position }) => ({ sentence: "cursor_moved", values: { from: text(position) } }),
  import_requested: ({ references, from, to }) =>
    references === undefined
      ? { sentence: "import_of_period", values: { from: text(from), to: text(to) } }
      : { sentence: "import_of_references", values: { count: number(references) } },
  listing_mapped: ({ listing_key, state }) => {
    const became = listingStates.find((one) => one === state) ?? "mapped"
    return { sentence: `listing_${became}`, values: { name: text(listing_key) } }
  },
  listings_matched: ({ matched, unmatched }) => ({
    sentence: "listings_matched",
    values: { count: number(matched), other: number(unmatched) },
  }),
  writer_on: writer("writer_on"),
  writer_off: writer("writer_off"),
  writer_stopped_on_copy: writer("writer_stopped_on_copy"),
  listings_read: reading("listings_read", "read"),
  platform_stock_read: reading("platform_stock_read", "listings"),
  inbound_transfer: ({ reference, units }) => ({
    sentence: "inbound_transfer",
    values: { name: text(reference), count: number(units) },
  }),
  stock_braked: ({ zeroed, raised, listings }) => ({
    sentence: "stock_braked",
    values: { count: number(zeroed) + number(raised), other: number(listings) },
  }),
  stock_released: plain("stock_released"),
  notices_subscribed: plain("notices_subscribed"),
  notices_unsubscribed: plain("notices_unsubscribed"),
  webhooks_registered: plain("webhooks_registered"),
  webhooks_failed: plain("webhooks_failed"),
  suspended: plain("suspended"),
  privacy_requested: ({ kind }) => ({ sentence: `privacy_requested_${privacyKindOf(kind)}`, values: {} }),
  privacy_done: ({ kind, orders, connected_again }) =>
    connected_again
      ? { sentence: "privacy_done_connected_again", values: {} }
      : { sentence: `privacy_done_${privacyKindOf(kind)}`, values: { count: number(orders) } },
  personal_data_purged: ({ orders }) => ({
    sentence: "personal_data_purged",
    values: { count: number(orders) },
  }),
}

/** The sentence of a line; an event of a later version is told by its name. */
export function sentenceOf({ event, details }: Pick<HistoryEntry, "event" | "details">): HistorySentence {
  return tellers[event]?.(details) ?? { sentence: "other", values: { name: event } }
}
