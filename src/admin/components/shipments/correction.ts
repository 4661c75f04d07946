import type { Correction } from "../../hooks/use-dispatches"
import type { Dispatch } from "../../lib/answers"

/** What stands in the form; empty texts are nothing. */
export type Typed = { tracking: string; carrier: string; name: string }

/** What is to be sent of what was typed: undefined while something is missing or nothing differs. An untouched carrier stays. */
export function correctionOf(
  known: Dispatch["shipment"],
  typed: Typed,
  takesName: boolean,
): Correction | undefined {
  const tracking_number = typed.tracking.trim()
  const carrier = typed.carrier.trim()
  const name = takesName ? typed.name.trim() : ""
  if (!tracking_number || (takesName && !name)) return undefined
  const isOther = carrier !== (known?.carrier ?? "") || name !== (known?.carrier_name ?? "")
  if (!isOther) return tracking_number === known?.tracking_number ? undefined : { tracking_number }
  return { tracking_number, carrier: carrier || null, carrier_name: name || null }
}
