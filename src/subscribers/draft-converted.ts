import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { noteConvertedDraftsWorkflow } from "../workflows/review/note-drafts"

/** An order was placed: if it was a draft in review, turned into an order on Medusa's own page, that approves it. */
export default async function draftConverted({
  event: { data },
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  await noteConvertedDraftsWorkflow(container).run({ input: { orderIds: [data.id] } })
}

export const config: SubscriberConfig = {
  event: "order.placed",
  context: { subscriberId: "marketplace-draft-converted" },
}
