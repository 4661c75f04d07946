import { FULFILLMENT_STATUSES } from "../fulfillment/fulfillment-order"
import { isBetween, type Query } from "../query"
import type { Store } from "../store/store"
import { type Order, ORDER_STATUSES, orderAmounts, PAYMENT_STATUSES, STOREFRONTS } from "./order"

export const ORDER_FILTERS = [
  "since_id",
  "status",
  "channels",
  "payment_status",
  "shipping_status",
  "created_at_min",
  "created_at_max",
  "updated_at_min",
  "updated_at_max",
  "total_min",
  "total_max",
  "customer_ids",
  "q",
  "app_id",
  "payment_methods",
  "payment_provider",
] as const

const SHIPPING_FILTERS = ["any", "unpacked", "unfulfilled", "fulfilled"] as const

/** Orders that pass every filter of a query. */
export function filteredOrders(store: Store, query: Query): Order[] {
  const tests = [...statusTests(query), ...boundTests(query), ...otherTests(query)]
  return [...store.orders.values()].filter((order) => tests.every((test) => test(order)))
}

type Test = (order: Order) => boolean

function statusTests(query: Query): Test[] {
  const status = query.oneOf("status", ["any", ...ORDER_STATUSES])
  const payment = query.someOf("payment_status", ["any", ...PAYMENT_STATUSES])
  const shipping = query.oneOf("shipping_status", SHIPPING_FILTERS)
  const channels = query.someOf("channels", STOREFRONTS)
  return [
    (order) => status === undefined || status === "any" || order.status === status,
    (order) => !payment || payment.includes("any") || payment.includes(order.paymentStatus),
    (order) => shipping === undefined || shipping === "any" || isShipped(order, shipping),
    (order) => !channels || channels.includes(order.storefront),
  ]
}

function isShipped(order: Order, wanted: "unpacked" | "unfulfilled" | "fulfilled"): boolean {
  const dispatched = FULFILLMENT_STATUSES.indexOf("DISPATCHED")
  const steps = order.fulfillmentOrders.map(({ status }) => FULFILLMENT_STATUSES.indexOf(status))
  if (wanted === "unpacked") return steps.every((step) => step === 0)
  const fulfilled = steps.length > 0 && steps.every((step) => step >= dispatched)
  return wanted === "fulfilled" ? fulfilled : !fulfilled
}

function boundTests(query: Query): Test[] {
  const created = [query.seconds("created_at_min"), query.seconds("created_at_max")] as const
  const updated = [query.seconds("updated_at_min"), query.seconds("updated_at_max")] as const
  const least = query.amount("total_min")
  const most = query.amount("total_max")
  return [
    (order) => isBetween(order.createdAt, ...created),
    (order) => isBetween(order.updatedAt, ...updated),
    (order) => least === undefined || orderAmounts(order).total >= least,
    (order) => most === undefined || orderAmounts(order).total <= most,
  ]
}

function otherTests(query: Query): Test[] {
  const since = query.integer("since_id")
  const customers = query.integers("customer_ids")
  const appId = query.integer("app_id")
  const methods = query.list("payment_methods")
  const provider = query.text("payment_provider")
  const words = query.text("q")?.toLowerCase()
  return [
    (order) => since === undefined || order.id > since,
    (order) => !customers || (order.customerId !== null && customers.includes(order.customerId)),
    (order) => appId === undefined || order.appId === appId,
    (order) => !methods || (order.payment.method !== null && methods.includes(order.payment.method)),
    (order) => provider === undefined || order.payment.gateway === provider,
    (order) => words === undefined || isFound(order, words),
  ]
}

/** By number, name or e-mail; not by id. */
function isFound({ number, contact }: Order, words: string): boolean {
  if (String(number) === words.replace(/^#/, "")) return true
  return [contact.name, contact.email].some((text) => text?.toLowerCase().includes(words))
}
