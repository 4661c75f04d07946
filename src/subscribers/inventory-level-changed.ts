import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { buildModuleResourceEventName, CommonEvents, Modules } from "@medusajs/framework/utils"
import { collectChange } from "../workflows/dispatch/stock/collect-changes"

/** An inventory level was changed, by whomever; every reservation changes one too. */
export default async function inventoryLevelChanged({
  event: { data },
  container,
}: SubscriberArgs<{ id: string } | { id: string }[]>): Promise<void> {
  collectChange(container, { inventory_level_ids: [data].flat().map(({ id }) => id) })
}

/** The module's own event: workflows' events are not raised where a service is called directly, by reservations for one. */
const levelWas = (action: string) =>
  buildModuleResourceEventName({ prefix: Modules.INVENTORY, objectName: "inventory-level", action })

export const config: SubscriberConfig = {
  event: [CommonEvents.CREATED, CommonEvents.UPDATED, CommonEvents.DELETED].map(levelWas),
  context: { subscriberId: "marketplace-inventory-level-changed" },
}
