import type { ReadOrder } from "../../../connector"

const DAY_MS = 86_400_000
/** From the latest day of dispatch to delivery, where the platform names no day of delivery. */
const DAYS_FROM_SHIPMENT = 14
/** From the order to delivery, where it names no day of dispatch either, and where the order could not be read. */
const DAYS_FROM_ORDER = 30

/** When the order will have been delivered, on the late side of what the platform says. */
function deliveryMs(read: ReadOrder, now: Date): number {
  if (!read.readable) {
    return (read.updatedAt ? Date.parse(read.updatedAt) : now.getTime()) + DAYS_FROM_ORDER * DAY_MS
  }
  const { deliverBy, shipBy, placedAt } = read.order
  if (deliverBy) return Date.parse(deliverBy)
  if (shipBy) return Date.parse(shipBy) + DAYS_FROM_SHIPMENT * DAY_MS
  return Date.parse(placedAt) + DAYS_FROM_ORDER * DAY_MS
}

/**
 * Until when an order's personal data may be kept: `days` after its delivery, as its platform has it
 * (`ConnectorDescription.personalDataDays`). Null where the platform sets no limit.
 */
export function personalDataUntil(read: ReadOrder, days: number | undefined, now: Date): string | null {
  return days === undefined ? null : new Date(deliveryMs(read, now) + days * DAY_MS).toISOString()
}
