import type { HeldStock } from "../../../connector"
import type { RuleVariant } from "../../import/rules/context"

/** A mapping as far as counting needs it. */
export type CountedListing = {
  listingKey: string
  state: "unmapped" | "mapped" | "ignored"
  variantId: string | null
  unitsPerPackage: number
}

/** What an inventory item should be at the platform's location by the platform's own count. */
export type ItemCount = {
  inventoryItemId: string
  stocked: number
  incoming: number
  /** The one listing that holds it, or null where several do. */
  listingKey: string | null
  variantId: string | null
}

export type Counted = {
  items: ItemCount[]
  /** Held, and no product of the store: a person has to say what they are. */
  unmapped: HeldStock[]
}

/**
 * The platform's count in units of the store's inventory: available listings × units per package × what the variant needs of
 * the item, summed over the listings that are the same item. An item whose listings the answer does not show is not counted:
 * platforms are known to leave some out, which says nothing about what is there.
 */
export function countItems(
  held: HeldStock[],
  listings: CountedListing[],
  variants: ReadonlyMap<string, RuleVariant>,
): Counted {
  const known = new Map(listings.map((listing) => [listing.listingKey, listing]))
  const items = new Map<string, ItemCount>()
  const unmapped: HeldStock[] = []
  for (const one of new Map(held.map((row) => [row.listingKey, row])).values()) {
    const listing = known.get(one.listingKey)
    if (listing?.state === "ignored") continue
    const variant = listing?.variantId ? variants.get(listing.variantId) : undefined
    if (!listing || !variant) {
      unmapped.push(one)
      continue
    }
    if (!variant.manageInventory) continue
    for (const { inventoryItemId, required } of variant.inventory) {
      const units = listing.unitsPerPackage * required
      const before = items.get(inventoryItemId)
      items.set(inventoryItemId, {
        inventoryItemId,
        stocked: (before?.stocked ?? 0) + one.available * units,
        incoming: (before?.incoming ?? 0) + one.inbound * units,
        listingKey: before ? null : one.listingKey,
        variantId: before && before.variantId !== variant.id ? null : variant.id,
      })
    }
  }
  return { items: [...items.values()], unmapped }
}

/**
 * An answer without a single listing, while we hold stock at the location, is rather an outage than an empty warehouse: what
 * is there is unknown, and nothing is written.
 */
export const isOutage = (held: HeldStock[], holdsStock: boolean): boolean => held.length === 0 && holdsStock
