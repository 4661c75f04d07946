import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { fulfillmentEvents } from "../workflows/dispatch/shipment/events"
import { oweMarketplaceShipmentsWorkflow } from "../workflows/dispatch/shipment/owe-marketplace-shipments"

/** Something was shipped, or a shipment was changed or canceled: owe it to the platform that its order came from. */
export default async function shipmentChanged({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await oweMarketplaceShipmentsWorkflow(container).run({ input: { fulfillmentIds: [data.id] } })
}

export const config: SubscriberConfig = {
  event: [...fulfillmentEvents],
  context: { subscriberId: "marketplace-shipment-changed" },
}
