import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { SyncEvents } from "../workflows/sync/events"
import { importOrdersDue } from "../workflows/sync/import-orders-due"

type OrdersDue = { account_id: string; ids?: string[]; actor_id?: string }

/** Orders of the inbox are due without being read anew: decide and import them. */
export default async function ordersDue({
  event: { data },
  container,
}: SubscriberArgs<OrdersDue>): Promise<void> {
  await importOrdersDue(container, {
    accountId: data.account_id,
    ids: data.ids,
    actorId: data.actor_id,
  })
}

export const config: SubscriberConfig = {
  event: SyncEvents.ORDERS_DUE,
  context: { subscriberId: "marketplace-orders-due" },
}
