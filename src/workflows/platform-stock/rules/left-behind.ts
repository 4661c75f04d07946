import type { RuleVariant } from "../../import/rules/context"
import { itemsOf, type CountedListing, type ItemCount } from "./count-items"

/** A listing that moved an item at a location, or several listings together (null). */
export type Trace = { inventoryItemId: string; listingKey: string | null }

/**
 * Items of which a location keeps what a listing brought that is another product by now, or none: nobody would ever count them
 * again, and they are counted to nothing. `traces` (the last first) are of items which the platform's answer says nothing of;
 * what no movement of ours brought there is not ours to take away.
 */
export function leftBehind(
  traces: Trace[],
  listings: CountedListing[],
  variants: ReadonlyMap<string, RuleVariant>,
): ItemCount[] {
  const known = new Map(listings.map((listing) => [listing.listingKey, listing]))
  const left = new Map<string, string | null>()
  for (const { inventoryItemId, listingKey } of traces) {
    const stays = listingKey !== null && itemsOf(known.get(listingKey), variants).includes(inventoryItemId)
    // A listing that can be named says more than several that cannot.
    if (!stays && !left.get(inventoryItemId)) left.set(inventoryItemId, listingKey)
  }
  return [...left].map(([inventoryItemId, listingKey]) => ({
    inventoryItemId,
    stocked: 0,
    incoming: 0,
    listingKey,
    variantId: null,
    because: "mapping_changed",
  }))
}
