import type { Role } from "./options"
import type { Address, IncludedData, Order, OrderItem } from "./types"

/** Order blocks answered only when asked for by `includedData` (Orders API v2026-01-01). */
const ORDER_BLOCKS = {
  buyer: "BUYER",
  recipient: "RECIPIENT",
  proceeds: "PROCEEDS",
  payment: "PAYMENT",
  tax: "TAX",
  fulfillment: "FULFILLMENT",
  packages: "PACKAGES",
  fulfillmentOrders: "FULFILLMENT_ORDERS",
} as const satisfies Partial<Record<keyof Order, IncludedData>>

const ITEM_BLOCKS = {
  proceeds: "PROCEEDS",
  expense: "EXPENSE",
  promotion: "PROMOTION",
  cancellation: "CANCELLATION",
  fulfillment: "FULFILLMENT",
  tax: "TAX",
} as const satisfies Partial<Record<keyof OrderItem, IncludedData>>

/** Leaves out every block that was not asked for. */
export function trimOrder(
  order: Order,
  included: readonly IncludedData[],
  unitPriceNeedsProceeds: boolean,
): Order {
  const trimmed = structuredClone(order)
  for (const [block, data] of entries(ORDER_BLOCKS)) if (!included.includes(data)) delete trimmed[block]
  for (const item of trimmed.orderItems) {
    for (const [block, data] of entries(ITEM_BLOCKS)) if (!included.includes(data)) delete item[block]
    if (unitPriceNeedsProceeds && !included.includes("PROCEEDS")) delete item.product.price
  }
  return trimmed
}

/**
 * Leaves out personal data that the application's roles do not cover; the platform does so without an error
 * (pages "Access Orders PII" and "Orders API migration guide"). `order` is changed in place.
 */
export function withoutUncoveredPersonalData(
  order: Order,
  full: Order,
  roles: readonly Role[],
  now: Date,
): Order {
  const shipping = roles.includes("Direct-to-Consumer Shipping (Restricted)")
  const tax = roles.includes("Tax Invoicing (Restricted)") || roles.includes("Tax Remittance (Restricted)")
  const fulfillment = full.fulfillment
  const byAmazon = fulfillment?.fulfilledBy === "AMAZON"
  const status = fulfillment?.fulfillmentStatus

  const address = order.recipient?.deliveryAddress
  if (address) {
    if (!shipping) removeAddressee(address)
    const latest = fulfillment?.deliverByWindow?.latestDateTime
    const delivered = status === "SHIPPED" && latest !== undefined && Date.parse(latest) < now.getTime()
    if (byAmazon || delivered) delete address.phone
  }
  const preference = order.recipient?.deliveryPreference
  if (preference && !shipping) {
    delete preference.dropOffLocation
    delete preference.addressInstruction
  }
  const buyer = order.buyer
  if (buyer) {
    const hasEmail = status === "UNSHIPPED" || status === "PARTIALLY_SHIPPED" || status === "SHIPPED"
    if (!shipping || byAmazon || !hasEmail) delete buyer.buyerEmail
    if (!(tax || (shipping && !byAmazon))) delete buyer.buyerName
    if (Object.keys(buyer).length === 0) delete order.buyer
  }
  const registrations = order.tax?.taxRegistrations
  if (order.tax && registrations && !tax) {
    order.tax.taxRegistrations = registrations.filter((registration) => registration.entityType !== "BUYER")
  }
  if (!shipping) {
    for (const item of order.orderItems) {
      delete item.fulfillment?.packing?.giftOption?.giftMessage
      delete item.product.customization
    }
  }
  return order
}

/** City, region and country come without a restricted role. */
function removeAddressee(address: Address): void {
  delete address.name
  delete address.companyName
  delete address.addressLine1
  delete address.addressLine2
  delete address.addressLine3
  delete address.postalCode
  delete address.phone
  delete address.extendedFields
}

function entries<K extends string, V>(record: Record<K, V>): [K, V][] {
  return Object.entries(record) as [K, V][]
}
