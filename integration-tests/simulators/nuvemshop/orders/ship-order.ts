import { type FulfillmentOrder, type FulfillmentStatus } from "../fulfillment/fulfillment-order"
import { moveFulfillmentOrder } from "../fulfillment/move"
import { TRANSITIONS } from "../fulfillment/state-machine"
import type { World } from "../world"
import type { Order } from "./order"

export interface ShipOptions {
  /** @default "DISPATCHED" */
  to?: FulfillmentStatus
  trackingCode?: string
  trackingUrl?: string
  /** @default every fulfillment order */
  fulfillmentOrderId?: string
}

/** The merchant steps fulfillment orders forward in the platform's own admin. */
export function shipOrder(world: World, order: Order, options: ShipOptions = {}): Order {
  const store = world.storeOfOrder(order.id)
  const { to = "DISPATCHED", fulfillmentOrderId: only } = options
  for (const one of order.fulfillmentOrders) {
    if (only !== undefined && one.id !== only) continue
    for (const step of stepsTo(one, to)) {
      if (step === "DISPATCHED")
        one.tracking = { code: options.trackingCode ?? null, url: options.trackingUrl ?? null }
      moveFulfillmentOrder(world, store, order, one, step, { cause: "store" })
    }
  }
  return order
}

/** The states between where one is and where it is to be. */
function stepsTo(one: FulfillmentOrder, to: FulfillmentStatus): FulfillmentStatus[] {
  const table = TRANSITIONS[one.shipping.type]
  const steps: FulfillmentStatus[] = []
  let at = one.status
  while (at !== to) {
    const ahead: FulfillmentStatus[] = table[at].filter((status) => status !== "UNPACKED")
    const next: FulfillmentStatus | undefined = ahead.includes(to) ? to : ahead[0]
    if (next === undefined) throw new Error(`A fulfillment order cannot go from ${one.status} to ${to}.`)
    steps.push(next)
    at = next
  }
  return steps
}
