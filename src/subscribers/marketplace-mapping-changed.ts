import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { collectChange } from "../workflows/dispatch/stock/collect-changes"
import { MappingEvents } from "../workflows/mapping/after-mappings-changed"

/** Listings are other variants, or other numbers of them, than before: other levels are offered. */
export default async function mappingChanged({
  event: { data },
  container,
}: SubscriberArgs<{ account_id: string; listing_keys: string[] }>): Promise<void> {
  collectChange(container, { listings: [data] })
}

export const config: SubscriberConfig = {
  event: MappingEvents.CHANGED,
  context: { subscriberId: "marketplace-mapping-changed" },
}
