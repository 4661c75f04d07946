import {
  variantMatcher,
  type DescribedListing,
  type MatchingCandidates,
} from "../../mapping/rules/match-variant"

/** A listing without a variant, as far as its barcode and title tell what it may be. */
export type OpenListing = DescribedListing & { id: string }
export type ProposedVariant = { id: string; variant_id: string; by: "barcode" | "title" }

/**
 * Which variant a listing may be, where just one fits. What is not the only one is no proposal. A person accepts it; nothing is
 * mapped by this.
 */
export function proposeVariants(listings: OpenListing[], candidates: MatchingCandidates): ProposedVariant[] {
  const match = variantMatcher(candidates)
  return listings.flatMap((listing): ProposedVariant[] => {
    const found = match(listing)
    return found && "variantId" in found
      ? [{ id: listing.id, variant_id: found.variantId, by: found.by }]
      : []
  })
}
