import { quantityAt, type Level } from "./level"

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

export type Drift = "same" | "wait" | "drifted"

/**
 * Whether the platform's number is really another than ours. A higher one is: somebody typed it in there, and it may be sold. A
 * lower one is what a sale looks like before its order is imported; setting it up again would offer the sold piece twice. It is
 * a drift only where an earlier reading was lower as well and the orders have been read up to that reading since.
 */
export function driftOf({ expected, found, earlier, ordersReadUntil }: FoundLevel): Drift {
  if (found === expected) return "same"
  if (found > expected) return "drifted"
  const sold =
    earlier === null || earlier.found >= expected || !ordersReadUntil || ordersReadUntil <= earlier.at
  return sold ? "wait" : "drifted"
}

/**
 * The same of a level that is told by location, each held against its own. What was moved from one location to another there is
 * lower in one of them, which may be a sale: as long as there is no more in all, it waits for the orders as well.
 */
export function levelDriftOf(level: {
  expected: Level
  found: Level
  earlier: { level: Level; at: Date } | null
  ordersReadUntil: Date | null
}): Drift {
  const { expected, found, earlier, ordersReadUntil } = level
  const whole = driftOf({
    expected: expected.quantity,
    found: found.quantity,
    earlier: earlier && { found: earlier.level.quantity, at: earlier.at },
    ordersReadUntil,
  })
  const there = found.locations
  if (!expected.locations || !there || found.quantity > expected.quantity) return whole
  const before = earlier?.level.locations
  const each = expected.locations.map(({ locationId, quantity }) =>
    driftOf({
      expected: quantity,
      found: quantityAt(there, locationId),
      earlier: earlier && before ? { found: quantityAt(before, locationId), at: earlier.at } : null,
      ordersReadUntil,
    }),
  )
  if (each.includes("wait")) return "wait"
  return each.includes("drifted") ? "drifted" : "same"
}
