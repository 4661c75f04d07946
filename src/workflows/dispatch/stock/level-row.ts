import type { StockListing } from "../../../modules/marketplace/store/stock/listings"
import type { Level } from "./rules/level"
import { settledLevel, type LevelRow } from "./rules/owes"

/** The row of a listing as the rules look at it. */
export function levelRowOf({ dispatch }: StockListing, now: Date): LevelRow | null {
  if (!dispatch) return null
  return {
    state: dispatch.state,
    quantity: dispatch.quantity,
    locations: dispatch.levels,
    attemptedAt: dispatch.attempted_at,
    confirmedAt: dispatch.confirmed_at,
    inHand: dispatch.lease_until !== null && dispatch.lease_until > now,
    due: dispatch.next_attempt_at !== null,
  }
}

/** A level that was accepted may take effect so much later: what is shown before that may be what stood there before. */
const TAKES_EFFECT_MS = 15 * 60_000

/** What the platform showed when it was read last. */
export const shownLevel = ({ platform_quantity, platform_levels }: StockListing): Level | null =>
  platform_quantity === null ? null : { quantity: platform_quantity, locations: platform_levels }

/**
 * What the platform has of a listing where that is certain: what it confirmed, else what it showed once everything that was sent
 * had taken effect. Null: nobody knows.
 */
export function certainLevel(listing: StockListing, now: Date): Level | null {
  const settled = settledLevel(levelRowOf(listing, now))
  if (settled !== null) return settled
  const sentAt = listing.dispatch?.attempted_at
  const shownSince =
    listing.platform_read_at !== null &&
    (!sentAt || listing.platform_read_at.getTime() > sentAt.getTime() + TAKES_EFFECT_MS)
  return shownSince ? shownLevel(listing) : null
}

/** What the platform has of a listing as far as anybody knows. */
export function likelyLevel(listing: StockListing, now: Date): Level | null {
  const { dispatch } = listing
  const sent =
    dispatch && dispatch.quantity !== null
      ? { quantity: dispatch.quantity, locations: dispatch.levels }
      : shownLevel(listing)
  return certainLevel(listing, now) ?? sent
}
