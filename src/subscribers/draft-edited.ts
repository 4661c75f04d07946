import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { ordersOfChanges } from "../workflows/review/orders-of-changes"
import { noteEditedDraftsWorkflow } from "../workflows/review/note-drafts"

/** An edit of an order was begun, confirmed or registered: if the order is a draft in review, it counts as a person left it. */
export default async function draftEdited({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  const orderIds = await ordersOfChanges(container, [data.id])
  if (orderIds.length) await noteEditedDraftsWorkflow(container).run({ input: { orderIds } })
}

export const config: SubscriberConfig = {
  event: ["order.order-change.created", "order.order-change.updated"],
  context: { subscriberId: "marketplace-draft-edited" },
}
