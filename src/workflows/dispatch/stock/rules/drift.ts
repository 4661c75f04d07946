/** A listing's level as it was found at the platform, beside what we know of it. */
export type FoundLevel = {
  /** What the platform has as far as we know. */
  expected: number
  found: number
  /** What an earlier reading found, after the level was confirmed. */
  earlier: { found: number; at: Date } | null
  /** Up to when the account's orders have been read. */
  ordersReadUntil: Date | null
}

/**
 * Whether the platform's number is really another than ours. A higher one is: somebody typed it in there, and it may be sold. A
 * lower one is what a sale looks like before its order is imported; setting it up again would offer the sold piece twice. It is
 * a drift only where an earlier reading was lower as well and the orders have been read up to that reading since.
 */
export function driftOf({
  expected,
  found,
  earlier,
  ordersReadUntil,
}: FoundLevel): "same" | "wait" | "drifted" {
  if (found === expected) return "same"
  if (found > expected) return "drifted"
  const sold =
    earlier === null || earlier.found >= expected || !ordersReadUntil || ordersReadUntil <= earlier.at
  return sold ? "wait" : "drifted"
}
