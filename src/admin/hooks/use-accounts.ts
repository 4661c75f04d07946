import type { Account, Connector, Page } from "../lib/answers"
import { useAnswer, type AnswerOptions } from "../lib/query"

/** As many accounts as one answer holds; a shop has a handful. */
const ALL = 100

type Watch<Answer> = Pick<AnswerOptions<Answer>, "refetchInterval">
type AccountList = Page<"accounts", Account>
type OneAccount = { account: Account }

export const useAccounts = (watch: Watch<AccountList> = {}) =>
  useAnswer<AccountList>("accounts", { query: { limit: ALL }, ...watch })

export const useAccount = (id: string, watch: Watch<OneAccount> = {}) =>
  useAnswer<OneAccount>(`accounts/${id}`, watch)

/** What can be connected, as this host is configured. */
export const useConnectors = () => useAnswer<{ connectors: Connector[] }>("connectors")
