import type { DispatchState } from "../../states"

/** Why people withdraw: one by one, or all that waits when they switch a writer on. */
export const personsReasons = ["person", "writer_on"] as const

/**
 * A person has said that it is not to be sent (the platform knows it by hand): what the account chooses later does not bring it
 * back. What went because its label did comes back with the label.
 */
export const isLeftOut = ({
  state,
  withdrawn_because,
}: {
  state: DispatchState
  withdrawn_because: string | null
}): boolean => state === "withdrawn" && personsReasons.some((reason) => reason === withdrawn_because)

/** The same, of a row of that name. */
export const leftOutSql = (row: string): string =>
  `(${row}.state = 'withdrawn' AND COALESCE(${row}.withdrawn_because IN (${personsReasons.map((one) => `'${one}'`).join(", ")}), false))`
