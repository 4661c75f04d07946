import { phpTime, platformTime, platformTimeOrNull } from "../clock"
import { fulfillmentOrderView } from "../fulfillment/view"
import { decimal } from "../money"
import type { Scope } from "../scopes"
import { customerView } from "../store/customer"
import type { Store } from "../store/store"
import type { Switches } from "../switches"
import type { ApiVersion } from "../world"
import { type Order, orderAmounts, type OrderLine } from "./order"
import { shippingStatus } from "./shipping-status"
import { shownLineId, shownOrderId } from "./shown-ids"
import { legacyShipping } from "./v1-shipping"

export interface OrderViewOptions {
  version: ApiVersion
  granted: ReadonlySet<Scope>
  /** Fulfillment orders whole instead of their ids. */
  aggregated: boolean
  switches: Switches
}

/** An order as the platform shows it to an application. */
export function orderView(store: Store, order: Order, options: OrderViewOptions): Record<string, unknown> {
  const { switches, version } = options
  return {
    id: shownOrderId(order.id, switches.orderIds),
    token: order.token,
    store_id: store.id,
    ...contactFields(order),
    shipping_address: addressFields(order),
    ...amountFields(order),
    currency: order.currency,
    language: order.language,
    gateway: order.payment.gateway,
    gateway_id: order.payment.gatewayId,
    gateway_name: order.payment.gatewayName,
    gateway_link: null,
    payment_details: {
      method: order.payment.method,
      credit_card_company: order.payment.cardCompany,
      installments: order.payment.installments === null ? null : String(order.payment.installments),
    },
    storefront: order.storefront,
    app_id: order.appId,
    note: order.note,
    owner_note: order.ownerNote,
    extra: {},
    attributes: [],
    number: order.number,
    status: order.status,
    payment_status: order.paymentStatus,
    shipping_status: shippingStatus(order, version),
    cancel_reason: order.cancelReason,
    is_subscription: false,
    ...timeFields(order),
    products: order.lines.map((line) => lineView(line, switches)),
    ...customerField(store, order, options),
    ...fulfillmentFields(store, order, options),
    ...(version === "v1" ? legacyShipping(store, order) : {}),
    client_details: { browser_ip: "198.51.100.7", user_agent: "Mozilla/5.0 (simulated)" },
    ...order.shownAs,
  }
}

function contactFields(order: Order): Record<string, unknown> {
  const { contact, billing, billingCompany } = order
  return {
    contact_email: contact.email,
    contact_name: contact.name,
    contact_phone: contact.phone,
    contact_identification: contact.identification,
    billing_name: billing.name,
    billing_phone: billing.phone,
    billing_address: billing.address ?? null,
    billing_number: billing.number ?? null,
    billing_floor: billing.floor ?? null,
    billing_locality: billing.locality ?? null,
    billing_zipcode: billing.zipcode ?? null,
    billing_city: billing.city ?? null,
    billing_province: billing.province ?? null,
    billing_country: billing.country ?? null,
    billing_customer_type: billingCompany ? "company" : "person",
    billing_business_name: billingCompany?.businessName ?? null,
    billing_trade_name: billingCompany?.tradeName ?? null,
    billing_state_registration: billingCompany?.stateRegistration ?? null,
    billing_document_type: billingCompany ? "cnpj" : "cpf",
    same_billing_and_shipping_address: true,
  }
}

function addressFields({ shippingAddress, createdAt, customerId }: Order): Record<string, unknown> {
  const { name, phone, ...address } = shippingAddress
  const [first = "", ...last] = name.split(" ")
  return {
    id: (customerId ?? 0) + 900_000,
    first_name: first,
    last_name: last.join(" "),
    name,
    phone,
    ...address,
    default: true,
    created_at: platformTime(createdAt),
    updated_at: platformTime(createdAt),
  }
}

function amountFields(order: Order): Record<string, unknown> {
  const { subtotal, discount, total } = orderAmounts(order)
  const { promotion, coupon, gateway } = order.discounts
  const weight = order.lines.reduce((sum, line) => sum + Number(line.weight) * line.quantity, 0)
  return {
    subtotal: decimal(subtotal),
    discount: decimal(discount),
    discount_coupon: decimal(coupon),
    discount_gateway: decimal(gateway),
    total: decimal(total),
    total_usd: decimal(Math.round(total / 5)),
    total_paid_by_customer: decimal(order.paidAt === null ? 0 : total),
    promotional_discount: {
      id: null,
      store_id: null,
      order_id: String(order.id),
      total_discount_amount: decimal(promotion),
      contents: [],
      promotions_applied: [],
    },
    coupon: order.coupons.map((one) => ({ ...one, valid: true, used: 1 })),
    weight: weight.toFixed(3),
  }
}

function timeFields(order: Order): Record<string, unknown> {
  return {
    created_at: platformTime(order.createdAt),
    updated_at: platformTime(order.updatedAt),
    completed_at: order.completedAt === null ? null : phpTime(order.completedAt),
    paid_at: platformTimeOrNull(order.paidAt),
    closed_at: platformTimeOrNull(order.closedAt),
    cancelled_at: platformTimeOrNull(order.cancelledAt),
    read_at: null,
  }
}

function lineView(line: OrderLine, switches: Switches): Record<string, unknown> {
  const text = (value: number, form: "number" | "string"): string | number =>
    form === "string" ? String(value) : value
  return {
    id: shownLineId(line.id, switches.lineIds),
    depth: "10.00",
    height: "10.00",
    name: line.name,
    name_without_variants: line.nameWithoutVariants,
    price: decimal(line.unitPrice),
    compare_at_price: decimal(line.unitPrice),
    product_id: line.productId,
    image: null,
    quantity: text(line.quantity, switches.quantities),
    free_shipping: line.freeShipping,
    weight: line.weight,
    width: "10.00",
    variant_id: text(line.variantId, switches.variantIds),
    variant_values: line.variantValues,
    properties: [],
    sku: line.sku,
    barcode: line.barcode,
    cost: null,
    ...(line.unclaimed > 0 ? { issues: { unclaimed_stock: line.unclaimed } } : {}),
  }
}

/** The key is absent without the scope, and null where the order has no customer. */
function customerField(store: Store, order: Order, { granted, switches }: OrderViewOptions): object {
  if (!granted.has("read_customers") || !switches.customerShown) return {}
  const customer = order.customerId === null ? undefined : store.customers.get(order.customerId)
  return { customer: customer ? customerView(customer, order.currency) : null }
}

function fulfillmentFields(store: Store, order: Order, { aggregated, switches }: OrderViewOptions): object {
  const shown = order.fulfillmentOrders.map((one) =>
    aggregated ? fulfillmentOrderView(store, order, one, switches) : one.id,
  )
  const field = switches.fulfillmentsField
  return {
    ...(field === "fulfillment_orders" ? {} : { fulfillments: shown }),
    ...(field === "fulfillments" ? {} : { fulfillment_orders: shown }),
  }
}
