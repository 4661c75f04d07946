import type { AccountTab } from "../account-tabs"

/**
 * What a connector can offer on a tab, by the capability's name; the words are `account.capability.<name>`. What the
 * connector does not offer is said plainly. Whoever builds a capability's screen puts it under its row.
 */
const tabCapabilities = {
  orders: ["changes"],
  products: ["listings"],
  shipping: ["shipments"],
  stock: ["stock", "locations", "inventory"],
  finance: ["payouts", "invoices"],
} as const satisfies Partial<Record<AccountTab, readonly string[]>>

export type CapabilityTab = keyof typeof tabCapabilities
type Told = (typeof tabCapabilities)[CapabilityTab][number] | "webhooks"

/** What is told of on a tab. Orders are heard of at once by one way or the other: nobody misses the one that is not offered. */
export const toldCapabilities = (tab: CapabilityTab, offered: readonly string[]): Told[] =>
  tabCapabilities[tab].map((name) => (name === "changes" && offered.includes("webhooks") ? "webhooks" : name))
