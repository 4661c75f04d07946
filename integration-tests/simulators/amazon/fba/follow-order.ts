import type { Order } from "../types"
import type { FbaStock } from "./fba-stock"

interface Units {
  reserved: number
  shipped: number
}

/** What an order does to the stock that Amazon holds: units are set aside when it is placed and leave when it is shipped. */
export function followOrder(stock: FbaStock, before: Order | undefined, after: Order): void {
  const { marketplaceId } = after.salesChannel
  if (after.fulfillment?.fulfilledBy !== "AMAZON" || marketplaceId === undefined) return
  const was = unitsBySku(before)
  for (const [sku, units] of unitsBySku(after)) {
    const { reserved, shipped } = was.get(sku) ?? { reserved: 0, shipped: 0 }
    const details = { referenceId: after.orderId, at: new Date(after.lastUpdatedTime) }
    stock.followOrder(sku, marketplaceId, units.reserved - reserved, units.shipped - shipped, details)
  }
}

function unitsBySku(order: Order | undefined): Map<string, Units> {
  const units = new Map<string, Units>()
  const status = order?.fulfillment?.fulfillmentStatus
  const holds =
    status !== undefined && !["CANCELLED", "UNFULFILLABLE", "PENDING_AVAILABILITY"].includes(status)
  for (const item of order?.orderItems ?? []) {
    const sku = item.product.sellerSku
    if (sku === undefined) continue
    const known = units.get(sku) ?? { reserved: 0, shipped: 0 }
    const shipped = item.fulfillment?.quantityFulfilled ?? 0
    known.shipped += shipped
    if (holds) known.reserved += item.quantityOrdered - shipped
    units.set(sku, known)
  }
  return units
}
