import { problem, type Problem } from "../../../../connector"
import type { SentLevel } from "../../../../modules/marketplace/store/dispatches/claim"
import { isLevel, quantityAt, type Level } from "./level"
import type { Offer } from "./offered"

/** A listing whose level is owed, with what is known of it now. */
export type PreparedListing = {
  sku: string
  /** Null: the platform was asked and does not know the listing, and no order has shown who sends it. */
  fulfilledBy: "merchant" | null
  offer: Offer
  /** What the platform has, where that is certain. */
  certain: Level | null
  /** What the platform has, as far as anybody knows. */
  likely: Level | null
  /** Goods stand at several of the platform's locations, and the account does not say which of them are its own. */
  needsLocations: boolean
}

export type PreparedLevel =
  | { to: "send"; quantity: number; previous: number | null; levels: SentLevel[] | null }
  | { to: "keep"; quantity: number; levels: SentLevel[] | null }
  | { to: "withdraw" }
  | { to: "tell"; problem: Problem; againHours?: number }

/** Listings may appear at the platform without a word: the next look at one that was not there. */
const UNLISTED_HOURS = 6

type Known = Extract<Offer, { quantity: number }>

/** What is sent for each of the platform's locations, with what it has there as far as anybody knows. */
const levelsOf = ({ locations }: Known, before: Level | null): SentLevel[] | null =>
  locations?.map(({ locationId, quantity }) => ({
    locationId,
    quantity,
    previous: before?.locations ? quantityAt(before.locations, locationId) : null,
  })) ?? null

/** What is to be done with a level that is owed. A listing that is mapped no longer, or that the platform sends, is undefined. */
export function prepareLevel(listing: PreparedListing | undefined): PreparedLevel {
  if (!listing) return { to: "withdraw" }
  const { sku, offer, certain, likely } = listing
  if (offer.quantity === null) {
    return offer.why === "no_location"
      ? { to: "tell", problem: problem("stock_location_missing") }
      : { to: "withdraw" }
  }
  // Never to a listing of which nobody knows who sends it: a level would turn the platform's own stock into the merchant's.
  if (listing.fulfilledBy === null) {
    const unlisted = problem("stock_rejected", { sku, reason: "sku unknown" })
    return { to: "tell", problem: unlisted, againHours: UNLISTED_HOURS }
  }
  const before = certain ?? likely
  const level = { quantity: offer.quantity, levels: levelsOf(offer, before) }
  if (isLevel(certain, offer)) return { to: "keep", ...level }
  if (listing.needsLocations) return { to: "tell", problem: problem("locations_not_mapped", { sku }) }
  return { to: "send", ...level, previous: before?.quantity ?? null }
}
