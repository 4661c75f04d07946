import type { Dispatch } from "../../../lib/answers"
import { severalIn } from "../../orders/list-query"

/** Where the table of levels is on its tab. */
export const LEVELS_PLACE = "stock-levels"

/** How a level can stand, what needs a person first. */
export const levelStandings = [
  "failed",
  "waiting",
  "sending",
  "unknown",
  "synchronised",
  "withdrawn",
] as const satisfies Dispatch["standing"][]

type ReadUrl = (name: string) => string

/** The standings that an address asks for. Another tab's words (`state=unmapped`) ask for nothing here. */
export const standingsIn = (read: ReadUrl): string[] =>
  severalIn(read("state")).filter((state) => levelStandings.some((known) => known === state))

/** What an address asks for, as the API takes it. */
export const toStockQuery = (read: ReadUrl) => ({ state: standingsIn(read), q: read("q").trim() })

/** True when anything narrows the list, so that an empty list means "not found" and not "nothing there yet". */
export const isNarrowed = (read: ReadUrl): boolean => standingsIn(read).length > 0 || read("q").trim() !== ""
