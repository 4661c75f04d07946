import { contractBroken, type ChannelOrder, type ChannelOrderStatus } from "../../../connector"
import type { WireOrder } from "../wire"

type Standing = Pick<ChannelOrder, "status" | "platformStatus" | "fulfilledBy" | "outOfScope">

/** Amazon's words (Orders API v2026-01-01 model, `FulfillmentStatus`; `CANCELED` is the older API's spelling). */
const statuses: Record<string, ChannelOrderStatus> = {
  PENDING_AVAILABILITY: "pending",
  PENDING: "pending",
  UNSHIPPED: "open",
  PARTIALLY_SHIPPED: "partially_shipped",
  SHIPPED: "shipped",
  CANCELLED: "canceled",
  CANCELED: "canceled",
  // Only orders placed outside Amazon's store and sent from Amazon's stock; they are out of scope.
  UNFULFILLABLE: "open",
}

const fulfillers: Record<string, ChannelOrder["fulfilledBy"]> = { AMAZON: "platform", MERCHANT: "merchant" }

/**
 * Where an order stands, who sends it, and whether a store can import it at all.
 * @throws ConnectorError `contract_broken` when status or fulfiller are missing or unknown words.
 */
export function standingOf(order: WireOrder): Standing {
  const { fulfillment } = order
  if (!fulfillment) throw contractBroken("fulfillment", "The order has no fulfillment block")
  const platformStatus = fulfillment.fulfillmentStatus
  const stated = Object.hasOwn(statuses, platformStatus) ? statuses[platformStatus] : undefined
  if (stated === undefined) {
    throw contractBroken("fulfillment.fulfillmentStatus", "The order's status is none the platform documents")
  }
  const status = stated !== "pending" && isEmptied(order) ? "canceled" : stated
  const outOfScope = outOfScopeOf(order)
  return { status, platformStatus, outOfScope, fulfilledBy: fulfillerOf(order, status, outOfScope) }
}

/** Every line was canceled before shipping: Amazon then leaves quantity 0 on the lines. */
function isEmptied(order: WireOrder): boolean {
  const { orderItems } = order
  return (
    orderItems.length > 0 &&
    orderItems.every((item) => item.quantityOrdered === 0 && !item.fulfillment?.quantityFulfilled)
  )
}

function outOfScopeOf(order: WireOrder): ChannelOrder["outOfScope"] {
  if (order.salesChannel.channelName === "NON_AMAZON") return "foreign_channel"
  return order.fulfillment?.fulfillmentStatus === "UNFULFILLABLE" ? "unfulfillable" : null
}

function fulfillerOf(
  order: WireOrder,
  status: ChannelOrderStatus,
  outOfScope: ChannelOrder["outOfScope"],
): ChannelOrder["fulfilledBy"] {
  const word = order.fulfillment?.fulfilledBy
  if (word) {
    if (Object.hasOwn(fulfillers, word)) return fulfillers[word]
    throw contractBroken("fulfillment.fulfilledBy", "The order's fulfiller is none the platform documents")
  }
  // Nothing is sent for these, so that nothing depends on who would; orders of other shops are sent by Amazon.
  if (outOfScope !== null) return "platform"
  if (status === "pending" || status === "canceled") return "merchant"
  throw contractBroken("fulfillment.fulfilledBy", "The order does not say who sends it")
}
