import type { Problem } from "../../../connector"
import type { AccountState } from "../../../modules/marketplace/states"

/** Why nothing is read of an account, in the order in which people can do something about it. */
export const accountStandings = ["account_unauthorized", "account_suspended", "account_off"] as const
export type AccountStanding = (typeof accountStandings)[number]

/** Why an account stands still; undefined while it works. A person's own switch is told from the platform's by the problem. Pure. */
export function accountStanding(account: {
  state: AccountState
  problem: Problem | null
}): AccountStanding | undefined {
  if (account.state === "needs_reauthorization") return "account_unauthorized"
  if (account.state !== "paused") return undefined
  return account.problem?.code === "account_suspended" ? "account_suspended" : "account_off"
}
