import type { Cause } from "../effects"
import { cents } from "../money"
import type { Store } from "../store/store"
import { announce } from "../webhooks/announce"
import type { World } from "../world"
import { buildLine } from "./lines"
import { type CancelReason, type Order, orderAmounts } from "./order"
import { claimStock, restock } from "./order-stock"
import type { LineOptions } from "./place-order-options"

/** Moves updated_at, writes the change down and tells the applications; `order/updated` always comes with it. */
export function touchOrder(
  world: World,
  store: Store,
  order: Order,
  change: { events?: readonly string[]; what: string; cause: Cause },
): Order {
  // The platform shows whole seconds: a change must be visible as one.
  order.updatedAt = Math.max(world.clock.now(), order.updatedAt)
  const { what, cause, events = [] } = change
  world.effects.add(store.id, { kind: "order", orderId: order.id, change: what, cause })
  for (const event of events) announce(world, store, event, { id: order.id })
  announce(world, store, "order/updated", { id: order.id })
  return order
}

/** The payment arrives, or the merchant says so. */
export function payOrder(world: World, order: Order, cause: Cause = "store"): Order {
  const store = world.storeOfOrder(order.id)
  if (order.paymentStatus === "paid") return order
  order.paymentStatus = "paid"
  order.paidAt = world.clock.now()
  claimStock(world, store, order)
  return touchOrder(world, store, order, { events: ["order/paid"], what: "paid", cause })
}

export interface CancelOptions {
  /** @default "other" */
  reason?: CancelReason
  /** @default true */
  restock?: boolean
  /** What becomes of the payment. @default kept as it is */
  payment?: "refunded" | "voided"
}

export function cancelOrder(
  world: World,
  order: Order,
  options: CancelOptions = {},
  cause: Cause = "store",
): Order {
  const store = world.storeOfOrder(order.id)
  order.status = "cancelled"
  order.cancelReason = options.reason ?? "other"
  order.cancelledAt = world.clock.now()
  if (options.payment === "refunded") order.refunded = orderAmounts(order).total
  if (options.payment) order.paymentStatus = options.payment
  if (options.restock ?? true) restock(world, store, order)
  return touchOrder(world, store, order, { events: ["order/cancelled"], what: "cancelled", cause })
}

/** Money goes back: all of it, or an amount. The order stays open. */
export function refundOrder(world: World, order: Order, amount?: string | number): Order {
  const store = world.storeOfOrder(order.id)
  const { total } = orderAmounts(order)
  order.refunded = Math.min(total, amount === undefined ? total : order.refunded + cents(amount))
  order.paymentStatus = order.refunded === total ? "refunded" : "partially_refunded"
  return touchOrder(world, store, order, { what: order.paymentStatus, cause: "store" })
}

/** The payment never came or was taken back before it settled. */
export function voidOrder(world: World, order: Order): Order {
  const store = world.storeOfOrder(order.id)
  order.paymentStatus = "voided"
  return touchOrder(world, store, order, { events: ["order/voided"], what: "voided", cause: "store" })
}

/** The merchant edits the lines, possible only while every fulfillment order is UNPACKED. */
export function editOrder(
  world: World,
  order: Order,
  edit: { add?: LineOptions[]; remove?: string[]; quantities?: Record<string, number> },
): Order {
  const store = world.storeOfOrder(order.id)
  const [first] = order.fulfillmentOrders
  if (order.fulfillmentOrders.some(({ status }) => status !== "UNPACKED"))
    throw new Error("An order can be edited only while it is UNPACKED.")
  const claimed = order.claimed.length > 0
  if (claimed) restock(world, store, order)
  order.lines = order.lines.filter(({ id }) => !edit.remove?.includes(id))
  for (const line of order.lines) line.quantity = edit.quantities?.[line.id] ?? line.quantity
  for (const options of edit.add ?? []) {
    const line = buildLine(world, store, options)
    order.lines.push(line)
    const id = world.ids.ulid(world.clock.now())
    first?.lines.push({ id, lineId: line.id, quantity: line.quantity })
  }
  for (const one of order.fulfillmentOrders) {
    one.lines = one.lines.flatMap((parcelLine) => {
      const line = order.lines.find(({ id }) => id === parcelLine.lineId)
      return line ? [{ ...parcelLine, quantity: line.quantity }] : []
    })
  }
  if (claimed) claimStock(world, store, order)
  return touchOrder(world, store, order, { events: ["order/edited"], what: "edited", cause: "store" })
}
