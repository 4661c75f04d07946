/** What an account is read for beside its orders: the listings of a marketplace, and the stock that the platform holds. */
export type ReadResource =
  | { kind: "listings"; marketplace: string }
  /** Read from one marketplace for each platform location; which, follows from the account (`home-marketplaces.ts`). */
  | { kind: "inventory"; locationId: string }

/** The name of a resource in `sync_cursor`. */
export const resourceName = (resource: ReadResource): string =>
  resource.kind === "listings" ? `listings:${resource.marketplace}` : `inventory:${resource.locationId}`

/** What a name in `sync_cursor` stands for; undefined for the orders, which have their own way. */
export function resourceOf(name: string): ReadResource | undefined {
  const [, kind, of] = /^(listings|inventory):(.+)$/.exec(name) ?? []
  if (kind === "listings") return { kind, marketplace: of }
  return kind === "inventory" ? { kind, locationId: of } : undefined
}
