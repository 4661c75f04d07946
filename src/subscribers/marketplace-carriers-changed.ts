import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ShipmentEvents } from "../workflows/dispatch/shipment/events"
import { recheckCarriers } from "../workflows/dispatch/shipment/recheck-carriers"

/** An account's carriers were chosen anew: what waited for one is looked at again. */
export default async function carriersChanged({
  event: { data },
  container,
}: SubscriberArgs<{ account_id: string }>): Promise<void> {
  await recheckCarriers(container, data.account_id)
}

export const config: SubscriberConfig = {
  event: ShipmentEvents.CARRIERS_CHANGED,
  context: { subscriberId: "marketplace-carriers-changed" },
}
