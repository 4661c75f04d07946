import type { FulfillmentStatus, Order, OrderItem } from "../types"
import type { OrderChangeType } from "./subscriptions"

/** What changed in an order, as ORDER_CHANGE tells it. */
export interface OrderChange {
  type: OrderChangeType
  reason: string
}

/** The notification still has the statuses of the Orders API v0. */
const V0_STATUS: Readonly<Record<FulfillmentStatus, string>> = {
  PENDING_AVAILABILITY: "PendingAvailability",
  PENDING: "Pending",
  UNSHIPPED: "Unshipped",
  PARTIALLY_SHIPPED: "PartiallyShipped",
  SHIPPED: "Shipped",
  CANCELLED: "Canceled",
  UNFULFILLABLE: "Unfulfillable",
}

const PROGRAMS: Readonly<Record<string, string>> = { AMAZON_BUSINESS: "Business", PRIME: "Prime" }

/** Nothing where only the time of the last update moved. */
export function changesOf(before: Order | undefined, after: Order): OrderChange[] {
  const changes: OrderChange[] = []
  const status = after.fulfillment?.fulfillmentStatus
  if (!before) changes.push({ type: "OrderStatusChange", reason: "New Order" })
  else if (before.fulfillment?.fulfillmentStatus !== status || shipped(before) !== shipped(after))
    changes.push({ type: "OrderStatusChange", reason: "Order Status Change" })
  if (before && requests(after) > requests(before))
    changes.push({ type: "BuyerRequestedChange", reason: "Buyer Requested Cancel" })
  return changes
}

export interface Envelope {
  applicationId: string
  subscriptionId: string
  notificationId: string
  sellingPartnerId: string
  at: Date
}

/** The message of type ORDER_CHANGE, payload version 1.0. */
export function orderChangeMessage(order: Order, change: OrderChange, envelope: Envelope): unknown {
  const at = envelope.at.toISOString()
  return {
    NotificationVersion: "1.0",
    NotificationType: "ORDER_CHANGE",
    PayloadVersion: "1.0",
    EventTime: at,
    Payload: {
      OrderChangeNotification: {
        NotificationLevel: "OrderLevel",
        SellerId: envelope.sellingPartnerId,
        AmazonOrderId: order.orderId,
        OrderChangeType: change.type,
        OrderChangeTrigger: { TimeOfOrderChange: order.lastUpdatedTime, ChangeReason: change.reason },
        Summary: summaryOf(order),
      },
    },
    NotificationMetadata: {
      ApplicationId: envelope.applicationId,
      SubscriptionId: envelope.subscriptionId,
      PublishTime: at,
      NotificationId: envelope.notificationId,
    },
  }
}

function summaryOf(order: Order): unknown {
  const {
    fulfillmentStatus = "PENDING",
    fulfilledBy,
    shipByWindow,
    deliverByWindow,
  } = order.fulfillment ?? {}
  const programs = (order.programs ?? []).flatMap((name) => PROGRAMS[name] ?? [])
  return {
    MarketplaceId: order.salesChannel.marketplaceId ?? "",
    OrderStatus: V0_STATUS[fulfillmentStatus],
    PurchaseDate: order.createdTime,
    DestinationPostalCode: order.recipient?.deliveryAddress?.postalCode ?? null,
    FulfillmentType: fulfilledBy === "AMAZON" ? "AFN" : "MFN",
    OrderType: "StandardOrder",
    NumberOfItemsShipped: shipped(order),
    NumberOfItemsUnshipped: order.orderItems.reduce((sum, item) => sum + unshippedUnits(item), 0),
    ...dated("EarliestShipDate", shipByWindow?.earliestDateTime),
    ...dated("LatestShipDate", shipByWindow?.latestDateTime),
    ...dated("EarliestDeliveryDate", deliverByWindow?.earliestDateTime),
    ...dated("LatestDeliveryDate", deliverByWindow?.latestDateTime),
    ...(programs.length > 0 ? { OrderPrograms: programs } : {}),
    OrderItems: order.orderItems.map((item) => ({
      OrderItemId: item.orderItemId,
      SellerSKU: item.product.sellerSku ?? "",
      SupplySourceId: null,
      Quantity: item.quantityOrdered,
      QuantityShipped: item.fulfillment?.quantityFulfilled ?? 0,
      ...(item.cancellation?.cancellationRequest ? { IsBuyerRequestedCancel: true } : {}),
    })),
  }
}

function dated(name: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [name]: value }
}

function shipped(order: Order): number {
  return order.orderItems.reduce((sum, item) => sum + (item.fulfillment?.quantityFulfilled ?? 0), 0)
}

function unshippedUnits(item: OrderItem): number {
  return item.fulfillment?.quantityUnfulfilled ?? item.quantityOrdered
}

function requests(order: Order): number {
  return order.orderItems.filter((item) => item.cancellation?.cancellationRequest).length
}
