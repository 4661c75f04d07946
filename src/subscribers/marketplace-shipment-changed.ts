import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { fulfillmentEvents } from "../workflows/dispatch/shipment/events"
import { oweTogether } from "../workflows/dispatch/shipment/owe-together"

/** Something was shipped, or a shipment was changed or canceled: owe it to the platform that its order came from. */
export default async function shipmentChanged({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await oweTogether(container, [data.id])
}

export const config: SubscriberConfig = {
  event: [...fulfillmentEvents],
  context: { subscriberId: "marketplace-shipment-changed" },
}
