import type { Account } from "../../lib/answers"

/** The tabs of an account's page, in their order; `?tab=` names one. */
export const accountTabs = [
  "overview",
  "connection",
  "orders",
  "products",
  "shipping",
  "stock",
  "finance",
] as const
export type AccountTab = (typeof accountTabs)[number]

/** The tab that is asked for; else the first, or where a lost authorization is renewed. */
export function tabOf(asked: string | null, account: Account): AccountTab {
  const start = account.state === "needs_reauthorization" ? "connection" : "overview"
  return accountTabs.find((tab) => tab === asked) ?? start
}

/** The address of a tab. */
export const tabPath = (account: Pick<Account, "id">, tab: AccountTab): string =>
  `/marketplaces/${account.id}?tab=${tab}`
