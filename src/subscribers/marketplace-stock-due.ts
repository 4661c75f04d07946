import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { workOnDueStock } from "../workflows/dispatch/stock/due-stock"
import { StockEvents } from "../workflows/dispatch/stock/events"

/** Look for changed stock, and compare with the platforms. */
export default async function stockDue({ container }: SubscriberArgs<Record<string, never>>): Promise<void> {
  await workOnDueStock(container)
}

export const config: SubscriberConfig = {
  event: StockEvents.DUE,
  context: { subscriberId: "marketplace-stock-due" },
}
