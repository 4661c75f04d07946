import { type Answer, refusal } from "../answer"
import { moveFulfillmentOrder } from "../fulfillment/move"
import { objectBody } from "../json-body"
import type { ApiCall } from "../world"
import { orderOf, shown } from "./orders-api"

/** Legacy: packs the first fulfillment order only. */
export function packOrder(call: ApiCall): Answer {
  const order = orderOf(call)
  const [first] = order.fulfillmentOrders
  if (!first || first.status !== "UNPACKED") throw refusal(422, "The order cannot be packed")
  moveFulfillmentOrder(call.world, call.store, order, first, "PACKED", { cause: "api" })
  return { status: 200, body: shown(call, order, false) }
}

/** Legacy: dispatches the first fulfillment order only, packing it on the way. */
export function fulfillOrder(call: ApiCall): Answer {
  const { world, store } = call
  const order = orderOf(call)
  const [first] = order.fulfillmentOrders
  const {
    shipping_tracking_number: code = null,
    shipping_tracking_url: url = null,
    notify_customer: notify = true,
  } = objectBody(call.body)
  if (!first || (first.status !== "UNPACKED" && first.status !== "PACKED"))
    throw refusal(422, "The order cannot be fulfilled")
  first.tracking = { code: textOrNull(code), url: textOrNull(url) }
  if (first.status === "UNPACKED")
    moveFulfillmentOrder(world, store, order, first, "PACKED", { cause: "api" })
  const how = { cause: "api" as const, notifiedCustomer: notify === true }
  moveFulfillmentOrder(world, store, order, first, "DISPATCHED", how)
  return { status: 200, body: shown(call, order, false) }
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null
}
