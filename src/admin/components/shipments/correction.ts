import type { Correction } from "../../hooks/use-dispatches"
import type { Dispatch } from "../../lib/answers"

/** What stands in the fields that the form shows; empty texts are nothing. */
export type Typed = {
  tracking: string
  /** undefined: the form does not ask for the carrier. */
  carrier: string | undefined
  /** undefined: the form does not ask for the carrier's name. */
  name: string | undefined
}

/** What is to be sent of what was typed: undefined while something is missing or nothing differs. An untouched carrier stays. */
export function correctionOf(known: Dispatch["shipment"], typed: Typed): Correction | undefined {
  const tracking_number = typed.tracking.trim()
  const carrier = typed.carrier?.trim()
  const name = typed.name?.trim()
  if (!tracking_number || name === "") return undefined
  const isOther =
    (carrier !== undefined && carrier !== (known?.carrier ?? "")) ||
    (name !== undefined && name !== (known?.carrier_name ?? ""))
  if (!isOther) return tracking_number === known?.tracking_number ? undefined : { tracking_number }
  return { tracking_number, carrier: carrier || null, carrier_name: name || null }
}
