import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { importDueOrders } from "../workflows/import/import-due-orders"
import { SyncEvents } from "../workflows/sync/events"

type OrdersDue = { account_id: string; ids?: string[]; actor_id?: string }

/** Orders of the inbox are due without being read anew: decide and import them. */
export default async function ordersDue({
  event: { data },
  container,
}: SubscriberArgs<OrdersDue>): Promise<void> {
  await importDueOrders(container, {
    accountId: data.account_id,
    which: data.ids ? { ids: data.ids } : undefined,
    actor: data.actor_id ? "person" : "schedule",
    actorId: data.actor_id,
  })
}

export const config: SubscriberConfig = {
  event: SyncEvents.ORDERS_DUE,
  context: { subscriberId: "marketplace-orders-due" },
}
