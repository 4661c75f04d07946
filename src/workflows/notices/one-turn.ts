import type { MarketplaceModuleService } from "../../modules/marketplace"

type Turn = { work: Promise<number>; again: boolean }
/** Turns of this process. Keyed by its module, of which a test may have several in one process. */
const turns = new WeakMap<MarketplaceModuleService, Map<string, Turn>>()

/**
 * Does the work of an account once at a time. Of a hundred callers that come at once the first does it, and the others only have it
 * look once more when it is done. Gives what all of its rounds did.
 */
export function oneTurnAtATime(
  marketplace: MarketplaceModuleService,
  accountId: string,
  work: () => Promise<number>,
): Promise<number> {
  const ofProcess = turns.get(marketplace) ?? new Map<string, Turn>()
  turns.set(marketplace, ofProcess)
  const known = ofProcess.get(accountId)
  if (known) {
    known.again = true
    return known.work
  }
  const turn: Turn = { work: Promise.resolve(0), again: false }
  const untilDone = async (): Promise<number> => {
    let done = 0
    try {
      for (;;) {
        turn.again = false
        done += await work()
        if (!turn.again) return done
      }
    } finally {
      // In the same breath as the last look at `again`: whoever comes from now on takes a turn of their own.
      ofProcess.delete(accountId)
    }
  }
  ofProcess.set(accountId, turn)
  turn.work = untilDone()
  return turn.work
}
