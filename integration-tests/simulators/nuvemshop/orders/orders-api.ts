import { type Answer, refusal } from "../answer"
import { faultOf } from "../faults"
import { objectBody } from "../json-body"
import { onlyFields, PAGE_PARAMETERS, pageAnswer } from "../pages"
import type { ApiCall } from "../world"
import { cancelOrder as cancel, payOrder, touchOrder } from "./change-order"
import { filteredOrders, ORDER_FILTERS } from "./filter"
import { CANCEL_REASONS, type Order, type ORDER_STATUSES, orderAmounts } from "./order"
import { orderIdOf } from "./shown-ids"
import { orderView } from "./view"
import { decimal } from "../money"
import { platformTime } from "../clock"

export const ORDER_LIST_PARAMETERS = [...PAGE_PARAMETERS, ...ORDER_FILTERS, "aggregates"]
export const ORDER_PARAMETERS = ["fields", "aggregates"]
const AGGREGATES = ["fulfillment_orders", "custom_fields"] as const

/** Newest first. */
export function listOrders(call: ApiCall): Answer {
  const aggregated = isAggregated(call)
  const orders = filteredOrders(call.store, call.query).sort(
    (a, b) => b.createdAt - a.createdAt || b.id - a.id,
  )
  return pageAnswer(call, orders, (order) => shown(call, order, aggregated), { capped: true })
}

export function getOrder(call: ApiCall): Answer {
  const order = orderOf(call)
  const view = shown(call, order, isAggregated(call))
  return { status: 200, body: onlyFields(view, call.query.list("fields")) }
}

/** `owner_note`, and whatever else the ERP guide's switch allows. */
export function updateOrder(call: ApiCall): Answer {
  const { world, store } = call
  const order = orderOf(call)
  const { owner_note: note, status } = objectBody(call.body)
  if (status === "paid" && world.switches.ordersPaidByPut) {
    return { status: 200, body: shown(call, payOrder(world, order, "api"), false) }
  }
  if (status !== undefined) throw refusal(422, "The status cannot be set", { status: ["is not allowed"] })
  if (typeof note !== "string") throw refusal(422, "Nothing to update", { owner_note: ["can't be blank"] })
  order.ownerNote = note
  touchOrder(world, store, order, { what: "owner-note", cause: "api" })
  return { status: 200, body: shown(call, order, false) }
}

export function closeOrder(call: ApiCall): Answer {
  return moveTo(call, "closed")
}

export function openOrder(call: ApiCall): Answer {
  return moveTo(call, "open")
}

export function cancelOrder(call: ApiCall): Answer {
  const { world } = call
  const order = orderOf(call)
  const { reason = "other", restock = true, email = true } = objectBody(call.body)
  const known = CANCEL_REASONS.find((one) => one === reason)
  if (!known) throw refusal(422, "Invalid reason", { reason: ["is not included in the list"] })
  if (typeof restock !== "boolean" || typeof email !== "boolean")
    throw refusal(422, "Invalid body", { restock: ["must be a boolean"] })
  if (order.status === "cancelled") {
    if (world.switches.cancelTwice === "refuse") throw refusal(422, "The order is already cancelled")
    return { status: 200, body: shown(call, order, false) }
  }
  cancel(world, order, { reason: known, restock }, "api")
  return { status: 200, body: shown(call, order, false) }
}

/** One movement for the payment, one for what was refunded. */
export function listTransactions(call: ApiCall): Answer {
  const order = orderOf(call)
  const { total } = orderAmounts(order)
  const row = (id: number, status: string, amount: number): Record<string, unknown> => ({
    id: `${order.id}-${id}`,
    payment_provider_id: order.payment.gateway,
    payment_method: { type: order.payment.method, id: order.payment.cardCompany },
    status,
    captured_amount: { value: decimal(amount), currency: order.currency },
    created_at: platformTime(order.paidAt ?? order.createdAt),
  })
  const paid = row(1, order.paidAt === null ? order.paymentStatus : "paid", total)
  return { status: 200, body: order.refunded > 0 ? [paid, row(2, "refunded", order.refunded)] : [paid] }
}

/** Histories are served, and empty: nothing of the connector reads them. */
export function emptyHistory(call: ApiCall): Answer {
  orderOf(call)
  return { status: 200, body: [] }
}

export function orderOf(call: ApiCall): Order {
  return call.store.order(orderIdOf(call.parts.orderId, call.world.switches.orderIds))
}

function moveTo(call: ApiCall, status: Exclude<(typeof ORDER_STATUSES)[number], "cancelled">): Answer {
  const { world, store } = call
  const order = orderOf(call)
  if (order.status === "cancelled") throw refusal(422, "The order is cancelled")
  if (order.status !== status) {
    order.status = status
    order.closedAt = status === "closed" ? world.clock.now() : null
    touchOrder(world, store, order, { what: status, cause: "api" })
  }
  return { status: 200, body: shown(call, order, false) }
}

function isAggregated({ query, version }: ApiCall): boolean {
  const asked = query.someOf("aggregates", AGGREGATES) ?? []
  return version !== "v1" && asked.includes("fulfillment_orders")
}

export function shown(call: ApiCall, order: Order, aggregated: boolean): Record<string, unknown> {
  const { world, store, version, installation } = call
  const options = { version, granted: installation.granted, aggregated, switches: world.switches }
  return { ...orderView(store, order, options), ...faultOf(call.faults, "set-order-fields")?.fields }
}
