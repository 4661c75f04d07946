import type { LocationLevel } from "../../../../connector"
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

/** `locations` where it is told place by place: they add up to `quantity`. */
export type Offer = { quantity: number; locations?: LocationLevel[] } | { quantity: null; why: NotOffered }

/** What there is of a variant's inventory items at one of the platform's locations. */
export type StockedPlace = { locationId: string; items: readonly ItemStock[] }

type OfferSettings = Pick<AccountSettings, "stock_buffer" | "stock_cap">

/** Whole listings that can be made of what there is; below zero where more is promised. */
const wholeOf = (items: readonly ItemStock[], unitsPerPackage: number): number =>
  Math.floor(Math.min(...items.map(({ available, required }) => available / required)) / unitsPerPackage)

const within = (listings: number, { stock_buffer, stock_cap }: OfferSettings): number =>
  Math.max(0, Math.min(listings - stock_buffer, stock_cap ?? Infinity))

/**
 * Splits what is offered by the platform's locations. A package is made at one place, so what is offered is the sum of the places'
 * whole listings. What is promised beyond a place's stock, and the buffer, is taken off the sum; the cap as well. Places are filled
 * in their order, so that the same stock always gives the same split.
 */
function splitOf(whole: readonly { locationId: string; listings: number }[], settings: OfferSettings): Offer {
  const sum = whole.reduce((total, { listings }) => total + listings, 0)
  const quantity = within(sum, settings)
  let left = quantity
  const locations = whole.map(({ locationId, listings }): LocationLevel => {
    const here = Math.max(0, Math.min(listings, left))
    left -= here
    return { locationId, quantity: here }
  })
  return { quantity, locations }
}

/**
 * How many listings can be offered: what the scarcest inventory item allows, in whole variants, in whole listings, less the
 * buffer, at most the cap, never below zero. A variant that Medusa does not count is offered up to the cap; without a cap, or
 * without inventory items to count by, nobody knows. With `places` it is split by them; what is not counted stands at the first.
 */
export function offeredOf(input: {
  variant: OfferedVariant | undefined
  unitsPerPackage: number
  hasLocation: boolean
  settings: OfferSettings
  places?: readonly StockedPlace[]
}): Offer {
  const { variant, settings, unitsPerPackage, places = [] } = input
  if (!variant) return { quantity: null, why: "variant_missing" }
  if (!variant.manageInventory) {
    const quantity = settings.stock_cap
    if (quantity === null) return { quantity, why: "not_counted" }
    const locations = places.map(({ locationId }, at) => ({ locationId, quantity: at === 0 ? quantity : 0 }))
    return places.length ? { quantity, locations } : { quantity }
  }
  if (!variant.items.length) return { quantity: null, why: "not_counted" }
  if (!input.hasLocation) return { quantity: null, why: "no_location" }
  if (!places.length) return { quantity: within(wholeOf(variant.items, unitsPerPackage), settings) }
  return splitOf(
    places.map(({ locationId, items }) => ({ locationId, listings: wholeOf(items, unitsPerPackage) })),
    settings,
  )
}
