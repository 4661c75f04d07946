import { parseSorting, severalIn, writeSorting, type Sorting } from "../orders/list-query"

/** What an address says of a list of shipments, beside `q`, `sort` and `offset`. Lists are written `a,b`. */
export const filterNames = ["account_id", "state", "problem_code", "needs_person"] as const
export type FilterName = (typeof filterNames)[number]

export const DEFAULT_SORTING: Sorting = { id: "updated_at", desc: true }

type ReadUrl = (name: string) => string

/** The filters as the API takes them; `accountId`: only those of one account, whatever the address says. */
export function toShipmentsQuery(read: ReadUrl, accountId?: string) {
  return {
    kind: "shipment",
    account_id: accountId ? [accountId] : severalIn(read("account_id")),
    state: severalIn(read("state")),
    problem_code: severalIn(read("problem_code")),
    needs_person: read("needs_person") === "true" || undefined,
    q: read("q").trim(),
    order: writeSorting(parseSorting(read("sort"), DEFAULT_SORTING)),
  }
}

/** True when anything narrows the list, so that an empty list means "not found" and not "nothing there yet". */
export const isNarrowed = (read: ReadUrl): boolean =>
  [...filterNames, "q"].some((name) => read(name).trim() !== "")
