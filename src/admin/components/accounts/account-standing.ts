import type { Account } from "../../lib/answers"

type Standing = Pick<Account, "state" | "problem">

/** How an account stands: its state, and apart from a person's pause the one that its platform brought about. */
export type AccountStanding = Account["state"] | "suspended"

/** A pause that nobody here asked for ends by itself, once the platform serves the account again. */
export const standingOf = ({ state, problem }: Standing): AccountStanding =>
  state === "paused" && problem?.code === "account_suspended" ? "suspended" : state

/** What a person can do about its course. A suspended account can be switched off: then it does not come back by itself. */
export const courseOf = (account: Standing): "pause" | "resume" =>
  standingOf(account) === "paused" ? "resume" : "pause"
