import type { StockListing } from "../../../modules/marketplace/store/stock/listings"
import { settledQuantity, type LevelRow } from "./rules/owes"

/** The row of a listing as the rules look at it. */
export function levelRowOf({ dispatch }: StockListing, now: Date): LevelRow | null {
  if (!dispatch) return null
  return {
    state: dispatch.state,
    quantity: dispatch.quantity,
    attemptedAt: dispatch.attempted_at,
    confirmedAt: dispatch.confirmed_at,
    inHand: dispatch.lease_until !== null && dispatch.lease_until > now,
    due: dispatch.next_attempt_at !== null,
  }
}

/**
 * What the platform has of a listing where that is certain: what it confirmed, else what it showed, if nothing was sent since.
 * Null: nobody knows.
 */
export function certainQuantity(listing: StockListing, now: Date): number | null {
  const settled = settledQuantity(levelRowOf(listing, now))
  if (settled !== null) return settled
  const sentAt = listing.dispatch?.attempted_at
  const shownSince = listing.platform_read_at !== null && (!sentAt || listing.platform_read_at > sentAt)
  return shownSince ? listing.platform_quantity : null
}

/** What the platform has of a listing as far as anybody knows. */
export const likelyQuantity = (listing: StockListing, now: Date): number | null =>
  certainQuantity(listing, now) ?? listing.dispatch?.quantity ?? listing.platform_quantity
