import type { Random } from "../random"

/** Where notifications of an application may be sent. */
export interface Destination {
  destinationId: string
  clientId: string
  name: string
  resource: { sqs: { arn: string } } | { eventBridge: { name: string; region: string; accountId: string } }
}

export const ORDER_CHANGE_TYPES = ["OrderStatusChange", "BuyerRequestedChange", "DeliveryTipChange"] as const
export type OrderChangeType = (typeof ORDER_CHANGE_TYPES)[number]

export interface ProcessingDirective {
  eventFilter?: { eventFilterType: string; marketplaceIds?: string[]; orderChangeTypes?: OrderChangeType[] }
  filterExpression?: string
}

/** A seller's wish, given through an application, to send notifications of one type to a destination. */
export interface Subscription {
  subscriptionId: string
  clientId: string
  sellingPartnerId: string
  notificationType: string
  payloadVersion: string
  destinationId: string
  processingDirective?: ProcessingDirective
}

/** Destinations and subscriptions of all applications. */
export class Subscriptions {
  private destinations: Destination[] = []
  private subscriptions: Subscription[] = []

  constructor(private readonly random: Random) {}

  addDestination(destination: Omit<Destination, "destinationId">): Destination {
    const added = { ...destination, destinationId: this.uuid() }
    this.destinations.push(added)
    return added
  }

  destinationsOf(clientId: string): Destination[] {
    return this.destinations.filter((destination) => destination.clientId === clientId)
  }

  /** Removes a destination and the subscriptions to it. */
  removeDestination(destinationId: string): void {
    this.destinations = this.destinations.filter((destination) => destination.destinationId !== destinationId)
    this.subscriptions = this.subscriptions.filter((one) => one.destinationId !== destinationId)
  }

  addSubscription(subscription: Omit<Subscription, "subscriptionId">): Subscription {
    const added = { ...subscription, subscriptionId: this.uuid() }
    this.subscriptions.push(added)
    return added
  }

  subscriptionsOf(where: Partial<Subscription>): Subscription[] {
    const wanted = Object.entries(where)
    return this.subscriptions.filter((subscription) =>
      wanted.every(([name, value]) => subscription[name as keyof Subscription] === value),
    )
  }

  removeSubscription(subscriptionId: string): void {
    this.subscriptions = this.subscriptions.filter((one) => one.subscriptionId !== subscriptionId)
  }

  uuid(): string {
    const hex = this.random.bytes(16).toString("hex")
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")
  }
}
