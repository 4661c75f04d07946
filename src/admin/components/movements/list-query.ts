import { dayStart, severalIn } from "../orders/list-query"

/** What the page shows; `?tab=` names it, and without it the movements are shown. */
export const movementTabs = ["list", "balances", "transfers"] as const
export type MovementTab = (typeof movementTabs)[number]

/** What the address says of the list, beside `q` and `offset`. Lists are written `a,b`; days `2026-11-22`. */
export const filterNames = [
  "product_id",
  "account_id",
  "location_id",
  "marketplace",
  "reason",
  "from",
  "to",
] as const
export type FilterName = (typeof filterNames)[number]

/** The filters that name goods, places and a period: a balance of some of the movements would be none. */
export const balanceFilterNames = ["product_id", "account_id", "location_id", "from", "to"] as const

type ReadUrl = (name: string) => string

export const tabIn = (read: ReadUrl): MovementTab => movementTabs.find((tab) => tab === read("tab")) ?? "list"

/** Which balances the API is asked for. The last day of a period belongs to it: its end is the day after. */
export const toBalancesQuery = (read: ReadUrl) => ({
  product_id: read("product_id"),
  account_id: severalIn(read("account_id")),
  location_id: severalIn(read("location_id")),
  from: dayStart(read("from")),
  to: dayStart(read("to"), 1),
})

/** Which movements the API is asked for. */
export const toMovementsQuery = (read: ReadUrl) => ({
  ...toBalancesQuery(read),
  marketplace: severalIn(read("marketplace")),
  reason: severalIn(read("reason")),
  q: read("q").trim(),
})

/** True when anything narrows the list, so that an empty list means "not found" and not "nothing there yet". */
export const isNarrowed = (read: ReadUrl, names: readonly string[]): boolean =>
  names.some((name) => read(name).trim() !== "")
