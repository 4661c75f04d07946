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
  /** The platform's count, or that the listing which brought it there is another product now. */
  because: "platform_count" | "mapping_changed"
}

export type Counted = {
  items: ItemCount[]
  /** Items that are also a listing which the answer leaves out: how many there are is not known. */
  unknown: ReadonlySet<string>
  /** Held, and no product of the store: a person has to say what they are. */
  unmapped: HeldStock[]
}

/** What the platform told last of a listing: by location that stands for its warehouses, in packages, those on their way included. */
export type ToldAt = Record<string, number>

/** Whether goods of a listing should be at a location, so that an answer without it is not whole. */
export function holdsAt(
  mapping: {
    state: CountedListing["state"]
    fulfilled_by: "merchant" | "platform" | null
    /** False: for sale nowhere, so that it may well be gone. */
    active: boolean | null
    held_at: unknown
    platform_quantity: number | null
  },
  locationId: string,
): boolean {
  const { held_at, fulfilled_by, platform_quantity } = mapping
  // What was told before the places were kept may have been told of this one.
  const toldSomewhere = fulfilled_by === "platform" ? (platform_quantity ?? 0) : 0
  const told = held_at ? ((held_at as ToldAt)[locationId] ?? 0) : toldSomewhere
  return told > 0 && mapping.state === "mapped" && fulfilled_by !== "merchant" && mapping.active !== false
}

/** The inventory items that a listing is. */
export function itemsOf(
  listing: CountedListing | undefined,
  variants: ReadonlyMap<string, RuleVariant>,
): string[] {
  const variant = listing?.variantId ? variants.get(listing.variantId) : undefined
  return variant?.inventory.map(({ inventoryItemId }) => inventoryItemId) ?? []
}

/**
 * The platform's count in units of the store's inventory: available listings × units per package × what the variant needs of
 * the item, summed over the listings that are the same item. `listings` are those of the answer and those that it should have
 * shown ({@link holdsAt}): an item of one that it leaves out is not counted, since platforms are known to leave some out, and a
 * part of the goods is not their count.
 */
export function countItems(
  held: HeldStock[],
  listings: CountedListing[],
  variants: ReadonlyMap<string, RuleVariant>,
): Counted {
  const known = new Map(listings.map((listing) => [listing.listingKey, listing]))
  const told = new Map(held.map((row) => [row.listingKey, row]))
  const missing = listings.filter(({ listingKey, state }) => state === "mapped" && !told.has(listingKey))
  const unknown = new Set(missing.flatMap((listing) => itemsOf(listing, variants)))
  const items = new Map<string, ItemCount>()
  const unmapped: HeldStock[] = []
  for (const one of told.values()) {
    const listing = known.get(one.listingKey)
    if (listing?.state === "ignored") continue
    const variant = listing?.variantId ? variants.get(listing.variantId) : undefined
    if (!listing || !variant) {
      unmapped.push(one)
      continue
    }
    if (!variant.manageInventory) continue
    for (const { inventoryItemId, required } of variant.inventory) {
      if (unknown.has(inventoryItemId)) continue
      const units = listing.unitsPerPackage * required
      const before = items.get(inventoryItemId)
      items.set(inventoryItemId, {
        inventoryItemId,
        stocked: (before?.stocked ?? 0) + one.available * units,
        incoming: (before?.incoming ?? 0) + one.inbound * units,
        listingKey: before ? null : one.listingKey,
        variantId: before && before.variantId !== variant.id ? null : variant.id,
        because: "platform_count",
      })
    }
  }
  return { items: [...items.values()], unknown, unmapped }
}

/**
 * An answer without a single listing, while we hold stock at the location, is rather an outage than an empty warehouse: what
 * is there is unknown, and nothing is written.
 */
export const isOutage = (held: HeldStock[], holdsStock: boolean): boolean => held.length === 0 && holdsStock
