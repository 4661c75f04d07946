import type { Random } from "../random"
import type { FulfillmentStatus, Order, OrderItem, OrderPackage } from "../types"

const DAY = 86_400_000
const CARRIERS = [
  ["UPS", "UPS Ground"],
  ["DHL", "DHL Paket"],
  ["Correios", "SEDEX"],
  ["ヤマト運輸", "宅急便"],
  ["Other", "Standard"],
] as const

export interface Lifecycle {
  status: FulfillmentStatus
  byAmazon: boolean
  created: number
  updated: number
}

/** Ship-by and deliver-by windows and the status. */
export function orderFulfillment(random: Random, life: Lifecycle): NonNullable<Order["fulfillment"]> {
  const base = {
    fulfillmentStatus: life.status,
    fulfilledBy: life.byAmazon ? ("AMAZON" as const) : ("MERCHANT" as const),
    fulfillmentServiceLevel: random.pick([
      "STANDARD",
      "STANDARD",
      "EXPEDITED",
      "NEXT_DAY",
      "SECOND_DAY",
      "FREE_ECONOMY",
    ]),
  }
  if (isPending(life.status) || life.status === "UNFULFILLABLE") return base
  return {
    ...base,
    shipByWindow: window(life.created, life.created + 2 * DAY),
    deliverByWindow: window(life.created + 3 * DAY, life.created + 7 * DAY),
  }
}

export function isPending(status: FulfillmentStatus): boolean {
  return status === "PENDING" || status === "PENDING_AVAILABILITY"
}

/** Units shipped of each line for the status; a partial shipment leaves at least one unit and ships at least one. */
export function unitsShipped(
  random: Random,
  status: FulfillmentStatus,
  quantities: readonly number[],
): number[] {
  if (status === "SHIPPED") return [...quantities]
  if (status !== "PARTIALLY_SHIPPED") return quantities.map(() => 0)
  const units = quantities.flatMap((quantity, line) => Array.from({ length: quantity }, () => line))
  const shipped = random.shuffle(units).slice(0, random.int(1, Math.max(1, units.length - 1)))
  return quantities.map((_, line) => shipped.filter((unit) => unit === line).length)
}

/** Packages of a merchant-fulfilled order; Amazon shows none for its own. */
export function packagesOf(random: Random, life: Lifecycle, items: readonly OrderItem[]): OrderPackage[] {
  const shipped = items.filter((item) => (item.fulfillment?.quantityFulfilled ?? 0) > 0)
  const groups =
    shipped.length > 1 && random.chance(0.4) ? [shipped.slice(0, 1), shipped.slice(1)] : [shipped]
  return groups
    .filter((group) => group.length > 0)
    .map((group, index) => {
      const [carrier, shippingService] = random.pick(CARRIERS)
      const at = new Date(life.created + Math.floor((life.updated - life.created) / 2)).toISOString()
      return {
        packageReferenceId: random.chance(0.3) ? `PKG-${random.letters(6)}-${index + 1}` : String(index + 1),
        createdTime: at,
        packageStatus: random.pick([
          { status: "SHIPPED" },
          { status: "IN_TRANSIT", detailedStatus: "OUT_FOR_DELIVERY" },
          { status: "DELIVERED", detailedStatus: "DELIVERED" },
        ]),
        carrier,
        shipTime: at,
        shippingService,
        trackingNumber: random.letters(18),
        packageItems: group.map((item) => ({
          orderItemId: item.orderItemId,
          quantity: item.fulfillment?.quantityFulfilled ?? 0,
        })),
      }
    })
}

function window(from: number, to: number): { earliestDateTime: string; latestDateTime: string } {
  return { earliestDateTime: new Date(from).toISOString(), latestDateTime: new Date(to).toISOString() }
}
