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
  /** @default now */
  at?: Date
}

export interface CancelOptions {
  /** @default "BUYER" */
  cancelledBy?: "BUYER" | "MERCHANT" | "AMAZON"
  /** @default "Order no longer needed" */
  cancelReason?: string
}

export interface CancelRequestOptions {
  /** @default every line */
  orderItemIds?: string[]
  /** @default "Order no longer needed" */
  cancelReason?: string
}

/** One seller's orders. Each change makes a version, which is seen only after the visibility delay. */
export class OrderStore {
  private readonly versions = new Map<string, Version[]>()

  constructor(
    private readonly now: () => Date,
    private readonly visibilityDelayMs: () => number,
    /** Told of every change before it counts; may refuse it by throwing. */
    private readonly changed: (before: Order | undefined, after: Order) => void = () => undefined,
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

  /** Changes an order and moves its lastUpdatedTime to now; the change may be seen later than others are. */
  update(
    orderId: string,
    change: Partial<Order> | ((order: Order) => Order),
    laterMs = 0,
    at = this.now(),
  ): Order {
    const before = this.latest(orderId)
    const after = typeof change === "function" ? change(before) : { ...before, ...change }
    const updated = { ...after, orderId, lastUpdatedTime: at.toISOString() }
    this.push(updated, laterMs)
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

  /** The buyer asks to cancel some lines, or all; the order stays as it is. */
  requestCancel(orderId: string, options: CancelRequestOptions = {}): Order {
    const cancellationRequest = {
      requester: "BUYER",
      cancelReason: options.cancelReason ?? "Order no longer needed",
    }
    return this.update(orderId, (order) => ({
      ...order,
      orderItems: order.orderItems.map((item) =>
        (options.orderItemIds ?? [item.orderItemId]).includes(item.orderItemId)
          ? { ...item, cancellation: { ...item.cancellation, cancellationRequest } }
          : item,
      ),
    }))
  }

  /** Ships units; merchant orders get a package. The status follows the quantities left. */
  ship(orderId: string, options: ShipOptions = {}): Order {
    const shippedAt = options.at ?? this.now()
    const at = shippedAt.toISOString()
    const shipment = (order: Order): Order => {
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
        packageReferenceId: freePackageReference(order),
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
    }
    return this.update(orderId, shipment, 0, shippedAt)
  }

  private push(order: Order, laterMs = 0): void {
    const visibleFrom = Date.parse(order.lastUpdatedTime) + this.visibilityDelayMs() + laterMs
    const list = this.versions.get(order.orderId) ?? []
    this.changed(list.at(-1)?.order, order)
    list.push({ order: structuredClone(order), visibleFrom })
    this.versions.set(order.orderId, list)
  }
}

function freePackageReference({ packages = [] }: Order): string {
  const used = new Set(packages.map((parcel) => parcel.packageReferenceId))
  let number = packages.length + 1
  while (used.has(String(number))) number += 1
  return String(number)
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
