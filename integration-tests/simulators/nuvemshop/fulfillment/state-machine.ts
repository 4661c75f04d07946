import type { FulfillmentOrder, FulfillmentStatus, ShippingType } from "./fulfillment-order"

/** Where a fulfillment order can go from each state, by the kind of its shipping. */
export const TRANSITIONS: Readonly<
  Record<ShippingType, Readonly<Record<FulfillmentStatus, readonly FulfillmentStatus[]>>>
> = {
  ship: {
    UNPACKED: ["PACKED"],
    PACKED: ["UNPACKED", "DISPATCHED"],
    DISPATCHED: ["DELIVERED"],
    READY_FOR_PICKUP: [],
    DELIVERED: [],
  },
  pickup: {
    UNPACKED: ["PACKED"],
    PACKED: ["UNPACKED", "DISPATCHED"],
    DISPATCHED: ["READY_FOR_PICKUP", "DELIVERED"],
    READY_FOR_PICKUP: ["DELIVERED"],
    DELIVERED: [],
  },
  "non-shippable": {
    UNPACKED: ["DELIVERED"],
    PACKED: [],
    DISPATCHED: [],
    READY_FOR_PICKUP: [],
    DELIVERED: [],
  },
}

/** Whether a step is allowed; `skip` also lets it jump forward over states. */
export function canMove(one: FulfillmentOrder, to: FulfillmentStatus, skip: boolean): boolean {
  const table = TRANSITIONS[one.shipping.type]
  const next = table[one.status]
  if (next.includes(to)) return true
  if (!skip || to === "UNPACKED") return false
  const seen = new Set<FulfillmentStatus>()
  const ahead = next.filter((status) => status !== "UNPACKED")
  for (const status of ahead) {
    if (seen.has(status)) continue
    seen.add(status)
    if (status === to) return true
    ahead.push(...table[status].filter((further) => further !== "UNPACKED"))
  }
  return false
}

const DISPATCHED_OR_LATER: readonly FulfillmentStatus[] = ["DISPATCHED", "READY_FOR_PICKUP", "DELIVERED"]

export function isDispatched({ status }: FulfillmentOrder): boolean {
  return DISPATCHED_OR_LATER.includes(status)
}
