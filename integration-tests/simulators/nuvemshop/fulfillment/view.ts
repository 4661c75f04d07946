import { platformTime, platformTimeOrNull } from "../clock"
import { money } from "../money"
import { shownLineId } from "../orders/shown-ids"
import type { Order } from "../orders/order"
import type { Store } from "../store/store"
import type { Switches } from "../switches"
import type { FulfillmentOrder, TrackingEvent } from "./fulfillment-order"

/** A fulfillment order as the platform shows it: amounts are numbers here. */
export function fulfillmentOrderView(
  store: Store,
  order: Order,
  one: FulfillmentOrder,
  switches: Switches,
): Record<string, unknown> {
  const { currency } = order
  const location = store.locations.get(one.locationId)
  const lines = one.lines.flatMap((line) => {
    const sold = order.lines.find(({ id }) => id === line.lineId)
    return sold ? [{ ...line, sold }] : []
  })
  const total = lines.reduce((sum, { sold, quantity }) => sum + sold.unitPrice * quantity, 0)
  const { shipping } = one
  return {
    id: one.id,
    number: one.number,
    total_quantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    total_weight: lines.reduce((sum, { sold, quantity }) => sum + Number(sold.weight) * quantity, 0),
    total_price: money(total, currency),
    assigned_location: {
      location_id: one.locationId,
      name: location?.name ?? {},
      address: location?.address ?? {},
    },
    line_items: lines.map(({ id, quantity, sold }) => ({
      id,
      external_id: shownLineId(sold.id, switches.lineIds === "number" ? "number" : "string"),
      quantity,
      variant: { variant_id: String(sold.variantId) },
      product: { product_id: String(sold.productId) },
      unit_price: money(sold.unitPrice, currency),
      unit_dimension: { weight: sold.weight, width: "10.00", height: "10.00", depth: "10.00" },
    })),
    recipient: one.recipient,
    shipping: {
      type: shipping.type,
      carrier: shipping.carrier,
      option: shipping.option,
      merchant_cost: money(shipping.merchantCost, currency),
      consumer_cost: money(shipping.consumerCost, currency),
      min_delivery_date: platformTime(shipping.minDeliveryAt),
      max_delivery_date: platformTime(shipping.maxDeliveryAt),
      extras: null,
      pickup_details: null,
    },
    destination: one.destination,
    discounts: order.discounts.promotion
      ? [{ type: "PROMOTION", amount: money(order.discounts.promotion, currency) }]
      : [],
    status: one.status,
    status_history: one.statusHistory.map(({ status, at }) => ({ status, happened_at: platformTime(at) })),
    tracking_info: one.tracking,
    tracking_info_history: one.trackingHistory.map(({ at, ...tracking }) => ({
      ...tracking,
      happened_at: platformTime(at),
    })),
    tracking_events: one.events.map(trackingEventView),
    fulfilled_at: platformTimeOrNull(one.fulfilledAt),
    created_at: platformTime(one.createdAt),
    updated_at: platformTime(one.updatedAt),
  }
}

export function trackingEventView(event: TrackingEvent): Record<string, unknown> {
  return {
    id: event.id,
    status: event.status,
    description: event.description,
    address: event.address,
    geolocation: event.geolocation,
    happened_at: platformTime(event.happenedAt),
    estimated_delivery_at: event.estimatedDeliveryAt,
    created_at: platformTime(event.createdAt),
    updated_at: platformTime(event.createdAt),
  }
}
