import { int64 } from "../json-body"
import type { Switches } from "../switches"

/** Added to a line's id where ids are to lie beyond the precision of a double. */
const BEYOND_DOUBLE = 9_007_199_254_740_993n

/** The id of a line in the form a switch asks for. */
export function shownLineId(id: string, form: Switches["lineIds"]): string | number {
  if (form === "int64") return int64(BEYOND_DOUBLE + BigInt(id))
  return form === "string" ? id : Number(id)
}
