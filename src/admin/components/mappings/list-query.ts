import type { Mapping } from "../../lib/answers"

/** The states of a listing, what is left to do first. */
export const listingStates = ["unmapped", "mapped", "ignored"] as const satisfies Mapping["state"][]

type ReadUrl = (name: string) => string

const isSet = (read: ReadUrl, name: string): "true" | undefined =>
  read(name) === "true" ? "true" : undefined

/** Which listings an address asks for, as the API takes it. Another tab's words (`state=waiting`) ask for nothing here. */
export const shownListings = (read: ReadUrl) => ({
  state: listingStates.find((known) => known === read("state")),
  /** Something was found that they may be. */
  proposed: isSet(read, "proposed"),
  /** In the platform's own list. */
  listed: isSet(read, "listed"),
  q: read("q").trim(),
})

/** True when anything narrows the list, so that an empty list means "not found" and not "nothing there yet". */
export const isNarrowed = (read: ReadUrl): boolean => Object.values(shownListings(read)).some(Boolean)
