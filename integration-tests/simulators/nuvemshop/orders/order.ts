import type { FulfillmentOrder } from "../fulfillment/fulfillment-order"
import type { Cents } from "../money"
import type { BuyerAddress } from "../store/customer"

export const ORDER_STATUSES = ["open", "closed", "cancelled"] as const
export type OrderStatus = (typeof ORDER_STATUSES)[number]
export const PAYMENT_STATUSES = [
  "authorized",
  "pending",
  "paid",
  "partially_paid",
  "abandoned",
  "refunded",
  "partially_refunded",
  "voided",
] as const
export type PaymentStatus = (typeof PAYMENT_STATUSES)[number]
export const CANCEL_REASONS = ["customer", "inventory", "fraud", "other"] as const
export type CancelReason = (typeof CANCEL_REASONS)[number]
export const STOREFRONTS = ["form", "store", "api", "meli", "pos"] as const
export type Storefront = (typeof STOREFRONTS)[number]

export interface OrderLine {
  /** Digits; shown as number, text or int64. */
  id: string
  productId: number
  variantId: number
  /** With the variant in brackets. */
  name: string
  nameWithoutVariants: string
  unitPrice: Cents
  quantity: number
  sku: string | null
  barcode: string | null
  weight: string
  variantValues: string[]
  freeShipping: boolean
  /** Units sold that no location had. */
  unclaimed: number
}

export interface Coupon {
  id: number
  code: string
  type: "percentage" | "absolute" | "shipping"
  value: string
}

export interface Payment {
  gateway: string
  gatewayId: string | null
  gatewayName: string | null
  method: string | null
  cardCompany: string | null
  installments: number | null
}

export interface Order {
  id: number
  number: number
  token: string
  status: OrderStatus
  paymentStatus: PaymentStatus
  cancelReason: CancelReason | null
  createdAt: number
  updatedAt: number
  completedAt: number | null
  paidAt: number | null
  closedAt: number | null
  cancelledAt: number | null
  currency: string
  language: string
  lines: OrderLine[]
  /** The parts of the order's discount. */
  discounts: { promotion: Cents; coupon: Cents; gateway: Cents }
  coupons: Coupon[]
  /** What the total is off from its parts: the platform's own rounding. */
  rounding: Cents
  refunded: Cents
  payment: Payment
  customerId: number | null
  contact: { name: string | null; email: string | null; phone: string | null; identification: string | null }
  billing: Partial<BuyerAddress> & { name: string | null; phone: string | null }
  billingCompany: { businessName: string; tradeName: string; stateRegistration: string } | null
  shippingAddress: BuyerAddress & { name: string; phone: string | null }
  note: string | null
  ownerNote: string | null
  storefront: Storefront
  appId: number | null
  fulfillmentOrders: FulfillmentOrder[]
  /** Units that left each location for each variant, and can come back. */
  claimed: { variantId: number; locationId: string; units: number }[]
  /** Fields of the answer that are replaced as they leave, however wrong. */
  shownAs: Record<string, unknown>
}

export interface OrderAmounts {
  subtotal: Cents
  discount: Cents
  /** What the buyer pays for shipping. */
  shipping: Cents
  merchantShipping: Cents
  total: Cents
}

export function orderAmounts(order: Order): OrderAmounts {
  const sum = (values: number[]): Cents => values.reduce((total, value) => total + value, 0)
  const { promotion, coupon, gateway } = order.discounts
  const subtotal = sum(order.lines.map((line) => line.unitPrice * line.quantity))
  const discount = promotion + coupon + gateway
  const shipping = sum(order.fulfillmentOrders.map((one) => one.shipping.consumerCost))
  const merchantShipping = sum(order.fulfillmentOrders.map((one) => one.shipping.merchantCost))
  const total = subtotal - discount + shipping + order.rounding
  return { subtotal, discount, shipping, merchantShipping, total }
}
