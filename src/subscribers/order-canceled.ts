import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { noteCanceledHereWorkflow } from "../workflows/cancel/note-canceled-here"

/** An order was canceled in the store: if it came from a platform, a person may have to cancel it there too. */
export default async function orderCanceled({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await noteCanceledHereWorkflow(container).run({ input: { orderIds: [data.id] } })
}

export const config: SubscriberConfig = {
  event: "order.canceled",
  context: { subscriberId: "marketplace-order-canceled" },
}
