/**
 * When an account is due again: after its interval, but never sooner than the platform refills the one call that a sync
 * needs, so that a short interval does not eat up the burst that a backlog or a person needs.
 */
export function nextSyncAt(input: {
  now: Date
  intervalMinutes: number
  ratePerSecond: number | null
}): Date {
  const refillSeconds = input.ratePerSecond ? 1 / input.ratePerSecond : 0
  const seconds = Math.max(input.intervalMinutes * 60, refillSeconds)
  return new Date(input.now.getTime() + Math.ceil(seconds) * 1000)
}
