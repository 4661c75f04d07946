import type { Problem } from "../../../connector"
import type { AccountStand } from "../../../modules/marketplace/store/account-checks"

/**
 * True where the platform paused the account: it serves it no longer for now. Such an account comes back by itself, one that a
 * person switched off never does; the problem tells them apart.
 */
export const isSuspended = ({ state, problem }: AccountStand): boolean =>
  state === "paused" && problem?.code === "account_suspended"

/** The stand of an account as it was loaded. */
export const standOf = (row: { state: AccountStand["state"]; problem: unknown }): AccountStand => ({
  state: row.state,
  problem: row.problem as Problem | null,
})
