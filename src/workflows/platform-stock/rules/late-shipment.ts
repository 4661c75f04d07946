import type { MovementDraft } from "../../../modules/marketplace/store/movements"
import type { PlannedLine } from "../../import/rules/verdict"

/** An order that the platform shipped out of its own warehouses. */
export type PlatformShipment = {
  reference: string
  marketplace: string | null
  placedAt: Date | null
  locationId: string
  lines: Pick<PlannedLine, "reference" | "listingKey" | "variantId" | "needs">[]
}

/** What leaves the platform's location with an order, one movement for each inventory item of a line. */
export function shipmentMovements(order: PlatformShipment): MovementDraft[] {
  return order.lines.flatMap((line) =>
    line.needs
      .filter((need) => need.quantity > 0)
      .map((need) => ({
        reason: "platform_shipment",
        reference: order.reference,
        line_reference: line.reference,
        marketplace: order.marketplace,
        listing_key: line.listingKey,
        actor_id: null,
        variant_id: line.variantId,
        inventory_item_id: need.inventoryItemId,
        location_id: order.locationId,
        quantity: -need.quantity,
      })),
  )
}

/**
 * Whether the platform's last count had the goods of an order out already. The platform takes goods out of what can be sold when
 * the buyer places the order (they are then held for the buyer), and an order is imported only when it is shipped, hours or days
 * later: its shipment would take them out a second time.
 */
export const countedOut = (placedAt: Date | null, countedAt: Date | undefined): boolean =>
  placedAt !== null && countedAt !== undefined && placedAt.getTime() <= countedAt.getTime()

/**
 * Movements of a shipment, each followed by what the last count of its location gives back where that had it out already: what
 * was sold stays told, and the level stays the platform's.
 */
export function withCount(
  shipments: MovementDraft[],
  placedAt: Date | null,
  counts: ReadonlyMap<string, Date>,
): MovementDraft[] {
  return shipments.flatMap((shipment) =>
    countedOut(placedAt, counts.get(shipment.location_id))
      ? [shipment, { ...shipment, reason: "platform_count" as const, quantity: -shipment.quantity }]
      : [shipment],
  )
}
