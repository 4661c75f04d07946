import type { MarketplaceModuleService } from "../../modules/marketplace"

/** Prolonged three times within its length: one renewal may fail. */
const RENEWALS_IN_A_LEASE = 3

/**
 * Works on claimed rows while their lease is prolonged. When it is lost - another worker has them, or the database did not answer
 * for a lease's length - the signal aborts, so that no call is under way for rows that are somebody else's.
 */
export async function holdingLease<Result>(
  marketplace: MarketplaceModuleService,
  { token, ids }: { token: string; ids: string[] },
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const lost = new AbortController()
  const leaseMs = marketplace.options.leaseSeconds * 1000
  let heldUntil = Date.now() + leaseMs
  let open = new Set(ids)
  const renew = async () => {
    const asked = Date.now()
    try {
      const kept = await marketplace.renewDispatches(token, [...open])
      if (kept.length) heldUntil = asked + leaseMs
      open = new Set(kept)
    } catch {
      // The next renewal may succeed; what counts is for how long the lease is still held.
    }
    if (Date.now() >= heldUntil) lost.abort(new Error("The lease of these dispatches was lost"))
  }
  const timer = setInterval(() => void renew(), leaseMs / RENEWALS_IN_A_LEASE)
  try {
    return await work(lost.signal)
  } finally {
    clearInterval(timer)
  }
}
