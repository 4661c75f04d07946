const MINUTE = 60_000
/** At once, then about 5, 10 and 15 minutes. */
const FIRST_GAPS = [0, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE]
const GROWTH = 1.4
const ALL_WITHIN_MS = 48 * 60 * MINUTE

/** Milliseconds from one attempt to the next; after the last gap a webhook is lost. */
export function retryGaps(attempts: number): number[] {
  const gaps: number[] = []
  let total = 0
  for (let i = 0; gaps.length < attempts - 1; i += 1) {
    const gap = FIRST_GAPS[i] ?? Math.round((gaps.at(-1) ?? 0) * GROWTH)
    total += gap
    if (total > ALL_WITHIN_MS) break
    gaps.push(gap)
  }
  return gaps
}
