import type { Language, LocationLevel } from "../../../../connector"
import { standingOf } from "../../../../modules/marketplace/dispatch-actions"
import type { StockListing } from "../../../../modules/marketplace/store/stock/listings"
import type { StoreVariant } from "../../../../workflows/mapping/rules/rank-variants"
import { quantityAt } from "../../../../workflows/dispatch/stock/rules/level"
import type { Offer } from "../../../../workflows/dispatch/stock/rules/offered"
import { serializeVariant } from "./mapping"
import { serializeProblemOrNull } from "./problem"

/** The same at the platform's locations, where the account tells stock by location; null elsewhere. */
function serializeLocations({ dispatch, platform_levels }: StockListing, offer: Offer | undefined) {
  const offered = offer?.quantity == null ? undefined : offer.locations
  const sent = dispatch?.attempted_at ? dispatch.levels : null
  if (!offered && !sent) return null
  const ids = new Set([...(offered ?? []), ...(sent ?? [])].map(({ locationId }) => locationId))
  const at = (levels: readonly LocationLevel[] | null | undefined, id: string): number | null =>
    levels ? quantityAt(levels, id) : null
  return [...ids].map((id) => ({
    /** Id at the platform. */
    location_id: id,
    offered: at(offered, id),
    sent_quantity: at(sent, id),
    platform_quantity: at(platform_levels, id),
  }))
}

/** True when the platform showed something else than what it had confirmed. */
function hasDrifted({ dispatch, platform_quantity, platform_levels }: StockListing): boolean {
  if (dispatch?.levels) {
    const { levels } = dispatch
    return (
      platform_levels !== null &&
      levels.some((one) => quantityAt(platform_levels, one.locationId) !== one.quantity)
    )
  }
  return platform_quantity !== (dispatch?.quantity ?? null)
}

/** A listing with what the store offers of it now, what was sent, and what the platform shows. */
export function serializeStock(
  listing: StockListing,
  { offer, variant }: { offer: Offer | undefined; variant: StoreVariant | undefined },
  language: Language,
  now: Date,
) {
  const { dispatch } = listing
  const settled = dispatch?.state === "confirmed"
  const readSince =
    listing.platform_read_at !== null &&
    dispatch !== null &&
    dispatch.confirmed_at !== null &&
    listing.platform_read_at > dispatch.confirmed_at
  return {
    listing_key: listing.listing_key,
    sku: listing.sku,
    title: listing.title,
    mapping_id: listing.mapping_id,
    /** Null: it has been deleted in the store. */
    variant: serializeVariant(variant),
    units_per_package: listing.units_per_package,
    /** What would be sent now; null: nobody knows, and nothing is sent. */
    offered: offer?.quantity ?? null,
    locations: serializeLocations(listing, offer),
    sent_quantity: dispatch?.attempted_at ? dispatch.quantity : null,
    sent_at: dispatch?.attempted_at ?? null,
    platform_quantity: listing.platform_quantity,
    platform_read_at: listing.platform_read_at,
    /** Null: nothing was ever owed of it. */
    standing: dispatch ? standingOf(dispatch, now) : null,
    problem: serializeProblemOrNull(dispatch?.problem ?? null, language),
    dispatch_id: dispatch?.id ?? null,
    /** The platform was read since, and showed another number. */
    drift: settled && readSince && hasDrifted(listing),
  }
}
