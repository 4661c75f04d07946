import type { Account } from "../lib/answers"
import { useAction } from "../lib/query"

export type AccountAction = "sync" | "pause" | "resume"

/** Reads an account now, pauses it, or lets it go on. */
export const useAccountAction = (accountId: string) =>
  useAction<AccountAction, { account: Account }>((action) => ({ path: `accounts/${accountId}/${action}` }))
