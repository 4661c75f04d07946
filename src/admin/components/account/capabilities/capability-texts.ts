import type { AccountTab } from "../account-tabs"

/**
 * What a connector can offer on a tab, by the capability's name; the words are `account.capability.<name>`. What the
 * connector does not offer is said plainly. Whoever builds a capability's screen puts it under its row.
 */
export const tabCapabilities = {
  orders: ["changes"],
  products: ["listings"],
  shipping: ["shipments"],
  stock: ["stock", "inventory"],
  finance: ["payouts", "invoices"],
} as const satisfies Partial<Record<AccountTab, readonly string[]>>
