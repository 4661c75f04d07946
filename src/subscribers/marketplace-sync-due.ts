import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { SyncEvents } from "../workflows/sync/events"
import { syncMarketplaceAccountWorkflow } from "../workflows/sync/sync-account"

/** An account is due: sync it, unless another process has it. */
export default async function syncDue({
  event: { data },
  container,
}: SubscriberArgs<{ account_id: string; token?: string }>): Promise<void> {
  await syncMarketplaceAccountWorkflow(container).run({
    input: { accountId: data.account_id, token: data.token },
  })
}

export const config: SubscriberConfig = {
  event: SyncEvents.SYNC_DUE,
  context: { subscriberId: "marketplace-sync-due" },
}
