import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { checkAccount } from "../workflows/account/check-account"
import { WebhookEvents } from "../workflows/webhooks/events"

/** Something says that an account may not work, or works again: ask the platform. */
export default async function checkDue({
  event: { data },
  container,
}: SubscriberArgs<{ account_id: string }>): Promise<void> {
  await checkAccount(container, data.account_id)
}

export const config: SubscriberConfig = {
  event: WebhookEvents.CHECK_DUE,
  context: { subscriberId: "marketplace-check-due" },
}
