import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ShipmentEvents } from "../workflows/dispatch/shipment/events"
import { sweepMarketplaceShipmentsWorkflow } from "../workflows/dispatch/shipment/sweep-marketplace-shipments"

/** Looks for shipments whose event got lost. */
export default async function shipmentSweepDue({
  event: { data },
  container,
}: SubscriberArgs<{ at: string }>): Promise<void> {
  await sweepMarketplaceShipmentsWorkflow(container).run({ input: { at: data.at } })
}

export const config: SubscriberConfig = {
  event: ShipmentEvents.SWEEP_DUE,
  context: { subscriberId: "marketplace-shipment-sweep-due" },
}
