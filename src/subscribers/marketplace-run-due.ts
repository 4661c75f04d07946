import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { SyncEvents } from "../workflows/sync/events"
import { executeMarketplaceRunWorkflow } from "../workflows/sync/execute-run"

/** A person's import is due: carry it out, or go on with it. */
export default async function runDue({
  event: { data },
  container,
}: SubscriberArgs<{ run_id: string; token?: string }>): Promise<void> {
  await executeMarketplaceRunWorkflow(container).run({ input: { runId: data.run_id, token: data.token } })
}

export const config: SubscriberConfig = {
  event: SyncEvents.RUN_DUE,
  context: { subscriberId: "marketplace-run-due" },
}
