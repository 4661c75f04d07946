import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import type { DispatchKind } from "../modules/marketplace/models/marketplace-dispatch"
import { DispatchEvents } from "../workflows/dispatch/events"
import { sendMarketplaceDispatchesWorkflow } from "../workflows/dispatch/send-dispatches"

/** Something is owed to a platform: send it. */
export default async function dispatchDue({
  event: { data },
  container,
}: SubscriberArgs<{ account_id: string; kind?: DispatchKind }>): Promise<void> {
  await sendMarketplaceDispatchesWorkflow(container).run({
    input: { accountId: data.account_id, kind: data.kind },
  })
}

export const config: SubscriberConfig = {
  event: DispatchEvents.DUE,
  context: { subscriberId: "marketplace-dispatch-due" },
}
