import { contractBroken, type ChannelOrder, type ChannelOrderStatus } from "../../../connector"
import { textOf } from "../wire"
import { sentQuantity } from "./packages"
import { fulfillmentOrdersOf, type WireOrder } from "./wire-order"

type Standing = Pick<ChannelOrder, "status" | "platformStatus">

/** What a payment's word says about the sale: `paid` goes on to how much of it has been sent. */
const payments: Record<string, "paid" | Extract<ChannelOrderStatus, "pending" | "canceled">> = {
  paid: "paid",
  // A part was given back: the rest is still to be sent.
  partially_refunded: "paid",
  authorized: "pending",
  pending: "pending",
  partially_paid: "pending",
  abandoned: "pending",
  refunded: "canceled",
  voided: "canceled",
}

const orderStatuses = new Set(["open", "closed", "cancelled", "canceled"])

/** The order's own word for how far it is sent; used only where it comes without its fulfilment orders. */
const shippingStatuses: Record<string, ChannelOrderStatus> = {
  shipped: "shipped",
  fulfilled: "shipped",
  delivered: "shipped",
  partially_fulfilled: "partially_shipped",
}

/** True when the platform counts the order as paid. */
export function isPaid({ payment_status }: WireOrder): boolean {
  return Object.hasOwn(payments, payment_status) && payments[payment_status] === "paid"
}

/**
 * Where an order stands. An order is for sending only when it is paid.
 * @throws ConnectorError `contract_broken` for words that are none the platform documents: nothing is guessed.
 */
export function standingOf(order: WireOrder): Standing {
  const payment = Object.hasOwn(payments, order.payment_status) ? payments[order.payment_status] : undefined
  if (!payment)
    throw contractBroken("payment_status", "The order's payment status is none that is documented")
  if (!orderStatuses.has(order.status)) {
    throw contractBroken("status", "The order's status is none that is documented")
  }
  const canceled = order.status.startsWith("cancel") || payment === "canceled"
  return {
    status: canceled ? "canceled" : payment === "pending" ? "pending" : sentStatusOf(order),
    platformStatus: [
      order.status === "open" ? null : order.status,
      order.payment_status,
      textOf(order.shipping_status),
    ]
      .filter((word) => word !== null)
      .join(", "),
  }
}

/** How much of a paid order has left, by its fulfilment orders. What is not goods (a download) is not waited for. */
function sentStatusOf(order: WireOrder): ChannelOrderStatus {
  const told = fulfillmentOrdersOf(order)
  if (!told) {
    const word = order.shipping_status ?? ""
    return Object.hasOwn(shippingStatuses, word) ? shippingStatuses[word] : "open"
  }
  const goods = told.filter(({ shipping }) => shipping?.type !== "non-shippable")
  const counted = goods.length > 0 ? goods : told
  const sent = counted.map(sentQuantity)
  if (sent.every(({ left }) => left === 0)) return "shipped"
  return sent.some(({ gone }) => gone > 0) ? "partially_shipped" : "open"
}
