import type { Order, OrderItem, OrderPackage } from "../types"

export function unitsLeft(item: OrderItem): number {
  const done = item.fulfillment?.quantityFulfilled ?? 0
  return item.fulfillment?.quantityUnfulfilled ?? item.quantityOrdered - done
}

/** Units of each order item in a package, by order item. */
export function unitsOf(parcel: OrderPackage | undefined): Map<string, number> {
  const units = new Map<string, number>()
  for (const { orderItemId, quantity } of parcel?.packageItems ?? [])
    units.set(orderItemId, (units.get(orderItemId) ?? 0) + quantity)
  return units
}

/** The order with a package more, or with the package of the same reference changed; its status follows what is left. */
export function withPackage(order: Order, parcel: OrderPackage): Order {
  const packages = order.packages ?? []
  const index = packages.findIndex((known) => known.packageReferenceId === parcel.packageReferenceId)
  const before = unitsOf(packages[index])
  const after = unitsOf(parcel)
  const orderItems = order.orderItems.map((item) => {
    const more = (after.get(item.orderItemId) ?? 0) - (before.get(item.orderItemId) ?? 0)
    const quantityFulfilled = (item.fulfillment?.quantityFulfilled ?? 0) + more
    const quantityUnfulfilled = unitsLeft(item) - more
    return { ...item, fulfillment: { ...item.fulfillment, quantityFulfilled, quantityUnfulfilled } }
  })
  const complete = orderItems.every((item) => item.fulfillment.quantityUnfulfilled === 0)
  return {
    ...order,
    orderItems,
    packages: index < 0 ? [...packages, parcel] : packages.with(index, parcel),
    fulfillment: { ...order.fulfillment, fulfillmentStatus: complete ? "SHIPPED" : "PARTIALLY_SHIPPED" },
  }
}
