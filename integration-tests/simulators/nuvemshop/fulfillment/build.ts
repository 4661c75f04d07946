import { cents } from "../money"
import type { ShippingOptions } from "../orders/place-order-options"
import { provinceCode } from "../store/provinces"
import type { Store } from "../store/store"
import type { World } from "../world"
import type { Order } from "../orders/order"
import type { FulfillmentOrder } from "./fulfillment-order"

const DAY = 86_400_000

/** Deals an order's lines out over its parcels; shipping is paid with the first of them. */
export function buildFulfillmentOrders(
  world: World,
  store: Store,
  order: Order,
  { packages, shipping }: { packages: number; shipping: ShippingOptions },
): FulfillmentOrder[] {
  const locations = store.sortedLocations()
  const consumerCost = cents(shipping.cost ?? "0.00")
  const merchantCost = shipping.merchantCost === undefined ? consumerCost : cents(shipping.merchantCost)
  return Array.from({ length: packages }, (_, index) => {
    const mine = order.lines.filter((_line, at) => at % packages === index)
    const { name, phone, ...address } = order.shippingAddress
    return {
      id: world.ids.ulid(order.createdAt),
      number: `${order.number}-F${index + 1}`,
      locationId: (locations[index % locations.length] ?? store.defaultLocation()).id,
      lines: mine.map((line) => ({
        id: world.ids.ulid(order.createdAt),
        lineId: line.id,
        quantity: line.quantity,
      })),
      recipient: { name, phone, identifier: order.contact.identification },
      shipping: {
        type: shipping.type ?? "ship",
        carrier: {
          carrier_id: "101",
          code: shipping.type === "pickup" ? "locale" : "api",
          name: shipping.carrier ?? "Correios",
          app_id: null,
        },
        option: {
          name: shipping.option ?? "PAC",
          code: (shipping.option ?? "PAC").toLowerCase(),
          reference: null,
          allow_free_shipping: true,
        },
        merchantCost: index === 0 ? merchantCost : 0,
        consumerCost: index === 0 ? consumerCost : 0,
        minDeliveryAt: order.createdAt + 3 * DAY,
        maxDeliveryAt: order.createdAt + 7 * DAY,
      },
      destination: {
        zipcode: address.zipcode,
        street: address.address,
        number: address.number,
        floor: address.floor,
        locality: address.locality,
        city: address.city,
        reference: address.customs?.reference ?? null,
        between_streets: address.customs?.between_streets ?? null,
        province: { name: address.province, code: provinceCode(address.province) },
        region: null,
        country: address.country,
      },
      status: "UNPACKED" as const,
      statusHistory: [{ status: "UNPACKED" as const, at: order.createdAt }],
      tracking: { code: null, url: null },
      trackingHistory: [],
      events: [],
      fulfilledAt: null,
      createdAt: order.createdAt,
      updatedAt: order.createdAt,
    }
  }).filter((one) => one.lines.length > 0)
}
