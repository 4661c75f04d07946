import { channelOrderSchema, contractBroken, type ChannelOrder, type ChannelOrderLine } from "../../connector"
import { amountsOf } from "./translate/amounts"
import { packagesOf, peopleOf } from "./translate/people"
import { standingOf } from "./translate/status"
import { parseWire, textOf, utc, wireOrderSchema, type WireItem, type WireOrder } from "./wire"

const REPLACEMENTS = new Set(["REPLACEMENT_ORIGINAL_ID", "EXCHANGE_ORIGINAL_ID"])

/**
 * Translates one order of the Orders API v2026-01-01. Pure: the same answer gives the same order.
 * @throws ConnectorError `contract_broken` with the path of what is missing or not as documented.
 */
export function translateOrder(raw: unknown): ChannelOrder {
  const order = parseWire(wireOrderSchema, raw, "order")
  const { lines: lineAmounts, ...amounts } = amountsOf(order)
  const translated: ChannelOrder = {
    reference: order.orderId,
    marketplace: marketplaceIdOf(order),
    placedAt: utc(order.createdTime),
    updatedAt: utc(order.lastUpdatedTime),
    // Amazon does not tell when it took the money.
    paidAt: null,
    ...standingOf(order),
    ...amounts,
    lines: linesOf(order).map((line, index) => ({ ...line, ...lineAmounts[index] })),
    taxCollectedByPlatform: order.orderItems.some(isTaxCollectedByAmazon),
    ...peopleOf(order),
    shippingService: textOf(order.fulfillment?.fulfillmentServiceLevel),
    shipBy: latestOf(order.fulfillment?.shipByWindow),
    deliverBy: latestOf(order.fulfillment?.deliverByWindow),
    paymentMethod: paymentMethodOf(order),
    packages: packagesOf(order),
    replaces: replacedOrderOf(order),
    raw,
  }
  return parseWire(channelOrderSchema, translated, "translated order")
}

function linesOf(
  order: WireOrder,
): Omit<ChannelOrderLine, "unitPrice" | "taxInclusive" | "charges" | "total">[] {
  const seen = new Set<string>()
  return order.orderItems.map((item, index) => {
    const { orderItemId: reference, product } = item
    if (seen.has(reference)) {
      throw contractBroken(`orderItems.${index}.orderItemId`, "Two lines of the order have the same id")
    }
    seen.add(reference)
    const sku = textOf(product.sellerSku)
    const asin = textOf(product.asin)
    const listingKey = sku ?? asin ?? `line-${reference}`
    return {
      reference,
      listingKey,
      sku,
      platformProductId: asin,
      title: textOf(product.title) ?? listingKey,
      quantity: item.quantityOrdered,
      quantityShipped: item.fulfillment?.quantityFulfilled ?? 0,
    }
  })
}

/** Orders of other shops that Amazon only sends may have no marketplace: their channel's name stands for it. */
function marketplaceIdOf({ salesChannel }: WireOrder): string {
  const id = textOf(salesChannel.marketplaceId)
  if (id !== null) return id
  if (salesChannel.channelName !== "AMAZON") return salesChannel.channelName
  throw contractBroken(
    "salesChannel.marketplaceId",
    "The order does not say in which marketplace it was placed",
  )
}

/** Platform page "Orders API v2026-01-01", `taxCollections`: Amazon hands this tax to the state itself. */
function isTaxCollectedByAmazon(item: WireItem): boolean {
  return (item.tax?.taxCollections ?? []).some(({ model }) => model === "MARKETPLACE_FACILITATOR")
}

function latestOf(window: { latestDateTime?: string | null } | null | undefined): string | null {
  return window?.latestDateTime ? utc(window.latestDateTime) : null
}

function paymentMethodOf(order: WireOrder): string | null {
  const methods = (order.payment?.paymentExecutions ?? []).map(({ paymentMethod }) => textOf(paymentMethod))
  const told = methods.filter((method) => method !== null)
  return told.length > 0 ? [...new Set(told)].join(", ") : null
}

function replacedOrderOf(order: WireOrder): string | null {
  const original = (order.associatedOrders ?? []).find(({ associationType }) =>
    REPLACEMENTS.has(associationType ?? ""),
  )
  return textOf(original?.orderId)
}
