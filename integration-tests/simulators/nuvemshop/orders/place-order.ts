import { buildFulfillmentOrders } from "../fulfillment/build"
import { cents } from "../money"
import { secretText } from "../oauth/secret-text"
import type { Store } from "../store/store"
import { announce } from "../webhooks/announce"
import type { World } from "../world"
import { type Buyer, buyerOf, customerOf } from "./buyer"
import { buildLine } from "./lines"
import { type Order, orderAmounts, type Payment, type PaymentStatus } from "./order"
import type { PlaceOrderOptions } from "./place-order-options"
import { claimStock } from "./order-stock"

/** Payments that came in at some time. */
const PAID: readonly PaymentStatus[] = ["paid", "refunded", "partially_refunded"]

/** A buyer places an order: units leave the stock and the applications hear of it, unless it is `silent`. */
export function placeOrder(world: World, options: PlaceOrderOptions): Order {
  const store = world.store(options.storeId)
  const order = buildOrder(world, store, options)
  store.orders.set(order.id, order)
  if (options.silent) return order
  const paid = order.paymentStatus === "paid"
  if (world.switches.stockLeaves === "placed" || paid) claimStock(world, store, order)
  announce(world, store, "order/created", { id: order.id })
  if (order.paymentStatus === "pending") announce(world, store, "order/pending", { id: order.id })
  if (paid) announce(world, store, "order/paid", { id: order.id })
  return order
}

function buildOrder(world: World, store: Store, options: PlaceOrderOptions): Order {
  const createdAt = instant(options.createdAt, world.clock.now())
  const paymentStatus = options.payment ?? "paid"
  const paidAt = PAID.includes(paymentStatus) ? instant(options.paidAt, createdAt) : null
  const id = options.id ?? world.ids.next("order")
  if (store.orders.has(id)) throw new Error(`The store has an order ${id} already.`)
  const buyer = buyerOf(options.buyer)
  const customer = options.customer === false ? undefined : customerOf(world, store, buyer, createdAt)
  const order: Order = {
    id,
    number: options.number ?? store.nextNumber,
    token: secretText(world.random, 40),
    status: options.cancelled ? "cancelled" : "open",
    paymentStatus,
    cancelReason: options.cancelled ? "customer" : null,
    createdAt,
    updatedAt: Math.max(createdAt, paidAt ?? createdAt),
    completedAt: createdAt,
    paidAt,
    closedAt: null,
    cancelledAt: options.cancelled ? createdAt : null,
    currency: store.options.currency,
    language: store.mainLanguage,
    lines: options.lines.map((line) => buildLine(world, store, line)),
    discounts: {
      promotion: cents(options.discounts?.promotion ?? 0),
      coupon: cents(options.discounts?.coupon ?? 0),
      gateway: cents(options.discounts?.gateway ?? 0),
    },
    coupons: options.coupon ? [{ id: 7001, ...options.coupon }] : [],
    rounding: cents(options.rounding ?? 0),
    refunded: 0,
    payment: paymentOf(options),
    customerId: customer?.id ?? null,
    ...partiesOf(buyer),
    note: options.note ?? null,
    ownerNote: null,
    storefront: options.storefront ?? "store",
    appId: null,
    fulfillmentOrders: [],
    claimed: [],
    shownAs: options.shownAs ?? {},
  }
  store.nextNumber = Math.max(store.nextNumber, order.number) + 1
  const { packages = 1, shipping = {} } = options
  order.fulfillmentOrders = buildFulfillmentOrders(world, store, order, { packages, shipping })
  if (paymentStatus === "refunded") order.refunded = orderAmounts(order).total
  if (customer) {
    customer.lastOrderId = id
    customer.totalSpent += paidAt === null ? 0 : orderAmounts(order).total
  }
  return order
}

function partiesOf({
  contact,
  address,
  company,
}: Buyer): Pick<Order, "contact" | "billing" | "billingCompany" | "shippingAddress"> {
  return {
    contact,
    billing: { name: contact.name, phone: contact.phone, ...address },
    billingCompany: company,
    shippingAddress: { name: contact.name ?? "", phone: contact.phone, ...address },
  }
}

function paymentOf(options: PlaceOrderOptions): Payment {
  const gateway = options.gateway ?? "mercadopago"
  const offline = gateway === "offline" || gateway === "not-provided"
  const method = options.method === undefined ? (offline ? "custom" : "credit_card") : options.method
  const byCard = method === "credit_card"
  return {
    gateway,
    gatewayId: offline ? null : "8812345678",
    gatewayName: offline ? "Pagamento combinado" : "Mercado Pago",
    method,
    cardCompany: options.cardCompany === undefined ? (byCard ? "visa" : null) : options.cardCompany,
    installments: options.installments === undefined ? (offline ? null : 1) : options.installments,
  }
}

function instant(given: Date | string | undefined, fallback: number): number {
  const at = given === undefined ? fallback : new Date(given).getTime()
  if (Number.isNaN(at)) throw new Error(`"${String(given)}" is no date.`)
  return at
}
