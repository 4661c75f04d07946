/** Our events on the host's event bus around shipments. */
export const ShipmentEvents = {
  /** `{ at }`: look for shipments whose event got lost. */
  SWEEP_DUE: "marketplace_shipment.sweep_due",
  /** `{ account_id }`: its choice of carriers changed; what waits for one is looked at again. */
  CARRIERS_CHANGED: "marketplace_account.carriers_changed",
} as const

/** What Medusa tells when something is shipped, and when labels or the details of a shipment change. */
export const fulfillmentEvents = ["shipment.created", "fulfillment.fulfillment.updated"] as const
export const labelEvents = [
  "fulfillment.fulfillment-label.created",
  "fulfillment.fulfillment-label.updated",
] as const

const SWEEP_EVERY_MINUTES = 10

/** The sweep's event, in the minutes in which it is due. */
export function sweepEvents(now: Date): { name: string; data: { at: string } }[] {
  if (now.getUTCMinutes() % SWEEP_EVERY_MINUTES !== 0) return []
  return [{ name: ShipmentEvents.SWEEP_DUE, data: { at: now.toISOString() } }]
}
