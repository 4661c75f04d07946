import type { Problem } from "../../connector"
import type { Lease } from "../../modules/marketplace/store/lease"
import type { OpenReading } from "../../modules/marketplace/store/readings"
import type { LoadedAccount } from "../account/load-account"
import type { Trouble } from "../sync/account-trouble"

/** A reading in hand, with its account. */
export type ReadingWork = {
  lease: Lease
  reading: OpenReading
  account: LoadedAccount
}

/** What came of a reading; counts and codes only, they go into the history. */
export type ReadingOutcome =
  /** Another worker has it, or there was nothing to do. */
  | { as: "lost" }
  /** The platform prepares its answer: goes on then. */
  | { as: "waits"; until: Date }
  | { as: "failed"; trouble: Trouble; restart: boolean }
  | {
      as: "done"
      /** Instant from which on everything is read; null = as before. */
      position: Date | null
      counts: Record<string, number>
      /** Something was different from before. */
      changed: boolean
      problem: Problem | null
    }

export const LOST: ReadingOutcome = { as: "lost" }
