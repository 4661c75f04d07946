import { int64 } from "../json-body"
import type { Switches } from "../switches"

/** Added to a line's id where ids are to lie beyond the precision of a double. */
const BEYOND_DOUBLE = 9_007_199_254_740_993n

/** Added to an order's id there: nineteen digits. */
const ORDERS_BEYOND_DOUBLE = 9_000_000_000_000_000_001n

/** The id of an order in the form a switch asks for. */
export function shownOrderId(id: number, form: Switches["orderIds"]): string | number {
  return form === "int64" ? int64(ORDERS_BEYOND_DOUBLE + BigInt(id)) : id
}

/** The order that an id means in the form a switch asks for; NaN where it can be none. */
export function orderIdOf(text: string | undefined, form: Switches["orderIds"]): number {
  if (form === "number" || !/^\d{1,19}$/.test(text ?? "")) return Number(text)
  return Number(BigInt(text ?? "") - ORDERS_BEYOND_DOUBLE)
}

/** The payload of a webhook with the order that it names in the form a switch asks for. */
export function withShownOrder(
  event: string,
  payload: Record<string, unknown>,
  form: Switches["orderIds"],
): Record<string, unknown> {
  const name = event.startsWith("order/") ? "id" : "order_id"
  const id = payload[name]
  return typeof id === "number" ? { ...payload, [name]: shownOrderId(id, form) } : payload
}

/** The id of a line in the form a switch asks for. */
export function shownLineId(id: string, form: Switches["lineIds"]): string | number {
  if (form === "int64") return int64(BEYOND_DOUBLE + BigInt(id))
  return form === "string" ? id : Number(id)
}
