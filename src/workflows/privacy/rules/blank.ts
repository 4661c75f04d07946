/** What of an address is personal. City, province and country stay: they are needed for taxes and tell nobody's door. */
export const blankAddress = {
  first_name: null,
  last_name: null,
  company: null,
  address_1: null,
  address_2: null,
  postal_code: null,
  phone: null,
} as const

/** What of a customer is personal. Without e-mail a guest takes part in no uniqueness and gets no message. */
export const blankCustomer = {
  email: null,
  first_name: null,
  last_name: null,
  company_name: null,
  phone: null,
} as const

/** Keys of the addresses and e-mails that Medusa copies into the log of an order's changes. */
const personalKeys = new Set<string>([
  ...Object.keys(blankAddress),
  "email",
  "original_email",
  "recipient",
  "document",
])

type Values = { readonly [name: string]: unknown }
const isValues = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** True when one of `blank`'s fields still says something. */
export function isPersonal(record: object, blank: object): boolean {
  const values = new Map<string, unknown>(Object.entries(record))
  return Object.keys(blank).some((name) => (values.get(name) ?? null) !== null)
}

/** True when somebody's tax document stands in the metadata of a customer or an address. */
export const holdsDocument = (metadata: unknown): boolean => isValues(metadata) && "document" in metadata

export type StoredAddress = { id: string; metadata?: unknown }
export type BlankedAddress = typeof blankAddress & { id: string; metadata?: Record<string, unknown> }

/** The change that takes what is personal out of an address; undefined when nothing is left to take. */
export function blankedAddress(address: StoredAddress): BlankedAddress | undefined {
  const document = holdsDocument(address.metadata)
  if (!document && !isPersonal(address, blankAddress)) return undefined
  // Medusa merges metadata; an empty text removes the key.
  return { id: address.id, ...blankAddress, ...(document ? { metadata: { document: "" } } : {}) }
}

/** An entry of an order's log of changes, e.g. `{ type: "shipping_address", old: { ... }, new: { ... } }`. */
export function blankedDetails(details: Values): Record<string, unknown> {
  const wholly = details.type === "email"
  return Object.fromEntries(
    Object.entries(details).map(([name, value]) => {
      if (personalKeys.has(name) || (wholly && (name === "old" || name === "new"))) return [name, null]
      return [name, isValues(value) ? blankedDetails(value) : value]
    }),
  )
}

/** Ids of the addresses that an entry names: changing an address makes a new one, and the old one stays in its table. */
export function addressesIn(details: Values): string[] {
  if (details.type !== "shipping_address" && details.type !== "billing_address") return []
  return [details.old, details.new].flatMap((address) =>
    isValues(address) && typeof address.id === "string" ? [address.id] : [],
  )
}
