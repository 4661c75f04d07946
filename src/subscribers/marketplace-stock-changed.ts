import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { collectChange } from "../workflows/dispatch/stock/collect-changes"
import { StockEvents, type StockChange } from "../workflows/dispatch/stock/events"

/** Mappings, settings or a writer were changed, or stock by a transaction that is over now. */
export default async function stockChanged({
  event: { data },
  container,
}: SubscriberArgs<StockChange>): Promise<void> {
  collectChange(container, data)
}

export const config: SubscriberConfig = {
  event: StockEvents.CHANGED,
  context: { subscriberId: "marketplace-stock-changed" },
}
