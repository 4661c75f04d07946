import type { SentLevel } from "../../../../modules/marketplace/store/dispatches/claim"
import { quantityAt, type Level } from "./level"

/** What reading a level back says of what was sent. */
export type ReadBack = "applied" | "not_applied"

/**
 * Whether the platform shows what was sent. It lowers its own number with every sale, before we have read the order: a number
 * between the earlier one and the one that was sent, or below it, is the new level with sales, never a reason to send it again.
 */
export function readBackOf(level: { before: number | null; sent: number; shown: number | null }): ReadBack {
  const { before, sent, shown } = level
  if (shown === null || shown > sent) return "not_applied"
  if (shown === sent || before === null || before >= sent) return "applied"
  return shown > before ? "applied" : "not_applied"
}

/** The same of a level that was told by location: each of them has to show it, where the platform shows locations at all. */
export function levelReadBackOf(
  sent: { before: number | null; quantity: number; levels: readonly SentLevel[] | null },
  shown: { quantity: Level["quantity"] | null; locations?: Level["locations"] },
): ReadBack {
  const { locations } = shown
  if (!sent.levels || !locations) {
    return readBackOf({ before: sent.before, sent: sent.quantity, shown: shown.quantity })
  }
  const applied = sent.levels.every(({ locationId, quantity, previous }) => {
    const there = quantityAt(locations, locationId)
    return readBackOf({ before: previous, sent: quantity, shown: there }) === "applied"
  })
  return applied ? "applied" : "not_applied"
}
