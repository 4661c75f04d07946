import type { Cause } from "../effects"
import type { Order } from "../orders/order"
import { touchOrder } from "../orders/change-order"
import type { Store } from "../store/store"
import { announce } from "../webhooks/announce"
import type { World } from "../world"
import type { FulfillmentOrder, FulfillmentStatus } from "./fulfillment-order"

/** Events of the order itself, which come beside those of the fulfillment order. */
const ORDER_EVENTS: Partial<Record<FulfillmentStatus, string>> = {
  UNPACKED: "order/unpacked",
  PACKED: "order/packed",
  DISPATCHED: "order/fulfilled",
}

export interface MoveOptions {
  cause: Cause
  notifiedCustomer?: boolean
}

/** Sets the state, writes it down and tells the applications. Whether it is allowed was asked before. */
export function moveFulfillmentOrder(
  world: World,
  store: Store,
  order: Order,
  one: FulfillmentOrder,
  to: FulfillmentStatus,
  { cause, notifiedCustomer = false }: MoveOptions,
): void {
  const from = one.status
  const at = world.clock.now()
  one.status = to
  one.updatedAt = at
  one.statusHistory.push({ status: to, at })
  if (to === "DELIVERED") one.fulfilledAt = at
  world.effects.add(store.id, {
    kind: "fulfillment-status",
    orderId: order.id,
    fulfillmentOrderId: one.id,
    from,
    to,
    tracking: { ...one.tracking },
    notifiedCustomer,
    cause,
  })
  announce(world, store, "fulfillment_order/status_updated", {
    order_id: order.id,
    fulfillment_id: one.id,
    status: to,
  })
  const event = ORDER_EVENTS[to]
  touchOrder(world, store, order, { events: event ? [event] : [], what: `shipping-${to}`, cause })
}

/** Gives a fulfillment order another tracking code or url. */
export function setTracking(
  world: World,
  store: Store,
  order: Order,
  one: FulfillmentOrder,
  tracking: { code: string | null; url: string | null },
  { cause, notifiedCustomer = false }: MoveOptions,
): void {
  const at = world.clock.now()
  one.tracking = tracking
  one.trackingHistory.push({ ...tracking, at })
  one.updatedAt = at
  world.effects.add(store.id, {
    kind: "tracking-info",
    orderId: order.id,
    fulfillmentOrderId: one.id,
    tracking: { ...tracking },
    notifiedCustomer,
    cause,
  })
}
