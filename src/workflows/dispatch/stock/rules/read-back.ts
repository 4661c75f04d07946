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
