import { platformTimeOrNull } from "../clock"
import { decimal } from "../money"
import type { Store } from "../store/store"
import { type Order, orderAmounts } from "./order"

/** What only the legacy version shows on an order: shipping as if there were one parcel. */
export function legacyShipping(store: Store, order: Order): Record<string, unknown> {
  const [first] = order.fulfillmentOrders
  const { shipping, merchantShipping } = orderAmounts(order)
  const days = (at: number | undefined): number | null =>
    at === undefined ? null : Math.round((at - order.createdAt) / 86_400_000)
  const dispatched = first?.statusHistory.find(({ status }) => status === "DISPATCHED")
  return {
    shipping: first?.shipping.carrier.code ?? "not-provided",
    shipping_option: first?.shipping.option.name ?? null,
    shipping_option_code: first?.shipping.option.code ?? null,
    shipping_option_reference: first?.shipping.option.reference ?? null,
    shipping_pickup_type: first?.shipping.type === "pickup" ? "pickup" : "ship",
    shipping_pickup_details: null,
    shipping_store_branch_name: first ? (store.locations.get(first.locationId)?.name.pt_BR ?? null) : null,
    shipping_min_days: days(first?.shipping.minDeliveryAt),
    shipping_max_days: days(first?.shipping.maxDeliveryAt),
    shipping_cost_owner: decimal(merchantShipping),
    shipping_cost_customer: decimal(shipping),
    shipping_tracking_number: first?.tracking.code ?? null,
    shipping_tracking_url: first?.tracking.url ?? null,
    shipped_at: platformTimeOrNull(dispatched?.at ?? null),
    next_action: nextAction(order),
    landing_url: null,
  }
}

function nextAction(order: Order): string {
  if (order.status !== "open") return "noop"
  if (order.paymentStatus === "pending")
    return order.payment.gateway === "offline" ? "waiting_manual_confirmation" : "waiting_ipn"
  const [first] = order.fulfillmentOrders
  if (first?.status === "UNPACKED") return "waiting_packing"
  if (first?.status === "PACKED")
    return first.shipping.type === "pickup" ? "waiting_pickup" : "waiting_shipment"
  return first?.status === "READY_FOR_PICKUP" ? "waiting_client_pickup" : "close"
}
