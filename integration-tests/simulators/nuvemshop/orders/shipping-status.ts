import { FULFILLMENT_STATUSES } from "../fulfillment/fulfillment-order"
import type { ApiVersion } from "../world"
import type { Order } from "./order"

/** One word for where the order's parcels are. */
export function shippingStatus(order: Order, version: ApiVersion): string {
  const steps = order.fulfillmentOrders.map((one) => FULFILLMENT_STATUSES.indexOf(one.status))
  const reached = (step: (typeof FULFILLMENT_STATUSES)[number]): number =>
    steps.filter((at) => at >= FULFILLMENT_STATUSES.indexOf(step)).length
  const all = steps.length
  if (all === 0) return "unpacked"
  if (reached("DELIVERED") === all) return "delivered"
  if (reached("DISPATCHED") === all) return "shipped"
  if (reached("DISPATCHED") > 0) return "partially_fulfilled"
  if (reached("PACKED") === all) return version === "v1" ? "unshipped" : "packed"
  return reached("PACKED") > 0 ? "partially_packed" : "unpacked"
}
