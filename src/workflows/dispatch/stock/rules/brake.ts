/** One listing as the brake sees it. */
export type BrakedListing = {
  /** What the platform offers as far as we know; null = nobody knows. */
  known: number | null
  /** What is owed to the platform now; null = nothing, or not known. */
  owed: number | null
  /** What was sent within the hour, and what was offered before. */
  sent: { from: number | null; to: number } | null
}

export type BrakeVerdict = { holds: boolean; zeroed: number; raised: number; listings: number }

/** Fewer listings than these are trade, whatever share they are. */
const HANDFUL = 5

/** Unknown may have been for sale: setting it to zero counts. */
const zeroes = (from: number | null, to: number): boolean => to === 0 && from !== 0
/** What nobody knows cannot be called raised. */
const raises = (from: number | null, to: number): boolean => from !== null && to > from

/**
 * Whether so many of an account's listings would be set to zero, or raised, within an hour that it is rather a mistake (an empty
 * import, a location deleted, a file read twice) than trade. Counted is what is owed now with what was sent within the hour, each
 * listing once. `percent` of 100 never holds.
 */
export function brakeOf(listings: BrakedListing[], percent: number): BrakeVerdict {
  const changes = (test: typeof zeroes) =>
    listings.filter(
      ({ known, owed, sent }) =>
        (owed !== null && test(known, owed)) || (sent !== null && test(sent.from, sent.to)),
    ).length
  const zeroed = changes(zeroes)
  const raised = changes(raises)
  const tooMany = (count: number) => count >= HANDFUL && count * 100 > listings.length * percent
  return { holds: tooMany(zeroed) || tooMany(raised), zeroed, raised, listings: listings.length }
}
