const DAY_MS = 86_400_000

/**
 * The next piece of a long period: at most `maxDays` from `fromUtc`. Pieces touch each other (bounds are inclusive at the
 * platforms, and what is read twice is stored once); `nextFromUtc` is null behind the last.
 */
export function nextPiece(
  fromUtc: Date,
  toUtc: Date,
  maxDays: number,
): { toUtc: Date; nextFromUtc: Date | null } {
  const end = new Date(fromUtc.getTime() + maxDays * DAY_MS)
  return end < toUtc ? { toUtc: end, nextFromUtc: end } : { toUtc, nextFromUtc: null }
}
