import { historyStart } from "./marketplaces"
import type { FulfilledBy, FulfillmentStatus, Order, OrderPackage } from "./types"

interface Version {
  order: Order
  visibleFrom: number
}

export interface OrderFilter {
  family: "created" | "lastUpdated"
  after: number
  before: number
  statuses?: readonly FulfillmentStatus[]
  marketplaceIds?: readonly string[]
  fulfilledBy?: readonly FulfilledBy[]
}

export interface ShipOptions {
  /** What goes into this package. @default everything that is left */
  items?: { orderItemId: string; quantity: number }[]
  carrier?: string
  trackingNumber?: string
  shippingService?: string
}

export interface CancelOptions {
  /** @default "BUYER" */
  cancelledBy?: "BUYER" | "MERCHANT" | "AMAZON"
  /** @default "Order no longer needed" */
  cancelReason?: string
}

/** One seller's orders. Each change makes a version, which is seen only after the visibility delay. */
export class OrderStore {
  private readonly versions = new Map<string, Version[]>()

  constructor(
    private readonly now: () => Date,
    private readonly visibilityDelayMs: () => number,
  ) {}

  add(orders: readonly Order[]): void {
    for (const order of orders) {
      if (this.versions.has(order.orderId)) throw new Error(`Order ${order.orderId} exists already.`)
      this.push(order)
    }
  }

  has(orderId: string): boolean {
    return this.versions.has(orderId)
  }

  ids(): string[] {
    return [...this.versions.keys()]
  }

  /** The newest version, seen or not. */
  latest(orderId: string): Order {
    const order = this.versions.get(orderId)?.at(-1)?.order
    if (!order) throw new Error(`The simulator has no order ${orderId}.`)
    return structuredClone(order)
  }

  /** The version the platform would answer now. */
  visible(orderId: string): Order | undefined {
    const at = this.now()
    const order = this.versions
      .get(orderId)
      ?.filter((version) => version.visibleFrom <= at.getTime())
      .pop()?.order
    if (
      !order ||
      Date.parse(order.createdTime) < historyStart(order.salesChannel.marketplaceId, at).getTime()
    )
      return undefined
    return order
  }

  /** Both bounds are inclusive; several orders may share one time, so the order id breaks ties. */
  search(filter: OrderFilter, sort: "createdTime" | "lastUpdatedTime"): Order[] {
    const found: Order[] = []
    for (const id of this.versions.keys()) {
      const order = this.visible(id)
      if (order && matches(order, filter)) found.push(order)
    }
    return found.sort((a, b) => compareKeys(sortKey(a, sort), sortKey(b, sort)))
  }

  /** Changes an order and moves its lastUpdatedTime to now. */
  update(orderId: string, change: Partial<Order> | ((order: Order) => Order)): Order {
    const before = this.latest(orderId)
    const after = typeof change === "function" ? change(before) : { ...before, ...change }
    const updated = { ...after, orderId, lastUpdatedTime: this.now().toISOString() }
    this.push(updated)
    return structuredClone(updated)
  }

  cancel(orderId: string, options: CancelOptions = {}): Order {
    const execution = {
      cancelledBy: options.cancelledBy ?? "BUYER",
      cancelReason: options.cancelReason ?? "Order no longer needed",
    }
    return this.update(orderId, (order) => ({
      ...order,
      fulfillment: { ...order.fulfillment, fulfillmentStatus: "CANCELLED" },
      orderItems: order.orderItems.map((item) => ({
        ...item,
        cancellation: { ...item.cancellation, cancellationExecution: execution },
        fulfillment: { ...item.fulfillment, quantityUnfulfilled: 0 },
      })),
    }))
  }

  /** Ships units; merchant orders get a package. The status follows the quantities left. */
  ship(orderId: string, options: ShipOptions = {}): Order {
    const at = this.now().toISOString()
    return this.update(orderId, (order) => {
      const wanted = new Map(options.items?.map((item) => [item.orderItemId, item.quantity]))
      const shipped: { orderItemId: string; quantity: number }[] = []
      const orderItems = order.orderItems.map((item) => {
        const done = item.fulfillment?.quantityFulfilled ?? 0
        const left = item.quantityOrdered - done
        const quantity = options.items ? (wanted.get(item.orderItemId) ?? 0) : left
        if (quantity > left) throw new Error(`Only ${left} of ${item.orderItemId} are left to ship.`)
        if (quantity > 0) shipped.push({ orderItemId: item.orderItemId, quantity })
        const quantityFulfilled = done + quantity
        const quantityUnfulfilled = item.quantityOrdered - quantityFulfilled
        return { ...item, fulfillment: { ...item.fulfillment, quantityFulfilled, quantityUnfulfilled } }
      })
      const complete = orderItems.every((item) => item.fulfillment.quantityUnfulfilled === 0)
      const parcel: OrderPackage = {
        packageReferenceId: String((order.packages?.length ?? 0) + 1),
        createdTime: at,
        packageStatus: { status: "SHIPPED" },
        carrier: options.carrier ?? "UPS",
        shipTime: at,
        shippingService: options.shippingService ?? "Standard",
        trackingNumber: options.trackingNumber ?? `1Z${orderId.replaceAll("-", "")}`,
        packageItems: shipped,
      }
      const packages =
        order.fulfillment?.fulfilledBy === "AMAZON" ? order.packages : [...(order.packages ?? []), parcel]
      return {
        ...order,
        orderItems,
        ...(packages ? { packages } : {}),
        fulfillment: { ...order.fulfillment, fulfillmentStatus: complete ? "SHIPPED" : "PARTIALLY_SHIPPED" },
      }
    })
  }

  private push(order: Order): void {
    const visibleFrom = Date.parse(order.lastUpdatedTime) + this.visibilityDelayMs()
    const list = this.versions.get(order.orderId) ?? []
    list.push({ order: structuredClone(order), visibleFrom })
    this.versions.set(order.orderId, list)
  }
}

/** A position in a sorted listing. */
export interface SortKey {
  time: number
  orderId: string
}

export function sortKey(order: Order, sort: "createdTime" | "lastUpdatedTime"): SortKey {
  return { time: Date.parse(order[sort]), orderId: order.orderId }
}

export function compareKeys(a: SortKey, b: SortKey): number {
  if (a.time !== b.time) return a.time - b.time
  return a.orderId < b.orderId ? -1 : a.orderId > b.orderId ? 1 : 0
}

function matches(order: Order, filter: OrderFilter): boolean {
  const time = Date.parse(filter.family === "created" ? order.createdTime : order.lastUpdatedTime)
  if (time < filter.after || time > filter.before) return false
  const status = order.fulfillment?.fulfillmentStatus
  if (filter.statuses && (!status || !filter.statuses.includes(status))) return false
  const by = order.fulfillment?.fulfilledBy
  if (filter.fulfilledBy && (!by || !filter.fulfilledBy.includes(by))) return false
  const marketplaceId = order.salesChannel.marketplaceId
  return (
    !filter.marketplaceIds || (marketplaceId !== undefined && filter.marketplaceIds.includes(marketplaceId))
  )
}
