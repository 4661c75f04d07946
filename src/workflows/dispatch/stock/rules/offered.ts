import type { AccountSettings } from "../../../../modules/marketplace/settings"

/** One inventory item of a variant, and what there is of it at the account's locations. */
export type ItemStock = {
  /** Pieces of the item in one unit of the variant. */
  required: number
  /** Stocked less reserved, summed over the account's locations; below zero where more is promised than there is. */
  available: number
}

export type OfferedVariant = {
  /** False: Medusa does not count it. */
  manageInventory: boolean
  items: readonly ItemStock[]
}

/** Why it is not known how much of a listing there is. Unknown is not zero: nothing is sent then. */
export type NotOffered = "variant_missing" | "not_counted" | "no_location"

export type Offer = { quantity: number } | { quantity: null; why: NotOffered }

type OfferSettings = Pick<AccountSettings, "stock_buffer" | "stock_cap">

/**
 * How many listings can be offered: what the scarcest inventory item allows, in whole variants, in whole listings, less the
 * buffer, at most the cap, never below zero. A variant that Medusa does not count is offered up to the cap; without a cap, or
 * without inventory items to count by, nobody knows.
 */
export function offeredOf(input: {
  variant: OfferedVariant | undefined
  unitsPerPackage: number
  hasLocation: boolean
  settings: OfferSettings
}): Offer {
  const { variant, settings } = input
  if (!variant) return { quantity: null, why: "variant_missing" }
  if (!variant.manageInventory) {
    return settings.stock_cap === null
      ? { quantity: null, why: "not_counted" }
      : { quantity: settings.stock_cap }
  }
  if (!variant.items.length) return { quantity: null, why: "not_counted" }
  if (!input.hasLocation) return { quantity: null, why: "no_location" }
  const variants = Math.min(...variant.items.map(({ available, required }) => available / required))
  const listings = Math.floor(variants / input.unitsPerPackage) - settings.stock_buffer
  return { quantity: Math.max(0, Math.min(listings, settings.stock_cap ?? Infinity)) }
}
