import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { labelEvents } from "../workflows/dispatch/shipment/events"
import { fulfillmentsOfLabels } from "../workflows/dispatch/shipment/find-fulfillments"
import { oweTogether } from "../workflows/dispatch/shipment/owe-together"

/** A tracking number was added or edited: its package is owed again. */
export default async function shipmentLabelChanged({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const fulfillmentIds = await fulfillmentsOfLabels(container, [data.id])
  if (!fulfillmentIds.length) return
  await oweTogether(container, fulfillmentIds)
}

export const config: SubscriberConfig = {
  event: [...labelEvents],
  context: { subscriberId: "marketplace-shipment-label-changed" },
}
