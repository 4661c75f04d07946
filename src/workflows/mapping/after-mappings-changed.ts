import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { SyncEvents } from "../sync/events"

export const MappingEvents = {
  /** `{ account_id, listing_keys }`: these listings are other variants, or other numbers of them, than before. */
  CHANGED: "marketplace_mapping.changed",
} as const

/** Listings whose mapping changed, the orders that waited for them, and the person who did it, if any. */
export type ChangedMappings = {
  accountId: string
  listingKeys: string[]
  orderIds: string[]
  actorId?: string
}

/**
 * What follows from a change of mappings, whoever made it: the orders that waited are decided again, and the stock that is
 * offered of these listings is owed anew. Call it after the change is stored.
 */
export async function afterMappingsChanged(
  container: MedusaContainer,
  { accountId, listingKeys, orderIds, actorId }: ChangedMappings,
): Promise<void> {
  const events = [
    ...(listingKeys.length
      ? [{ name: MappingEvents.CHANGED, data: { account_id: accountId, listing_keys: listingKeys } }]
      : []),
    ...(orderIds.length
      ? [{ name: SyncEvents.ORDERS_DUE, data: { account_id: accountId, ids: orderIds, actor_id: actorId } }]
      : []),
  ]
  if (events.length) await container.resolve(Modules.EVENT_BUS).emit<Record<string, unknown>>(events)
}

/** {@link afterMappingsChanged} as the last step of a workflow. */
export const afterMappingsChangedStep = createStep(
  "after-marketplace-mappings-changed",
  async (changes: ChangedMappings[], { container }) => {
    for (const changed of changes) await afterMappingsChanged(container, changed)
    return new StepResponse(null)
  },
)
