import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { MovementDraft } from "../../modules/marketplace/store/movements"
import { withInventory, type InventoryWork } from "../import/inventory-transaction"
import { stockKey } from "../import/rules/context"
import { heldLevels, moveStock } from "./move-stock"
import { openTransfers, receiveTransfers } from "./open-transfers"
import type { ItemCount } from "./rules/count-items"
import { explainDifference } from "./rules/explain-difference"

/** Items whose levels are held and written together. */
const AT_ONCE = 50

export type Count = {
  accountId: string
  locationId: string
  marketplace: string
  /** Just before the platform was asked. */
  countedAt: Date
  items: ItemCount[]
}

/** The items whose level is not what the platform counts, looked up without holding them. */
async function differing(container: MedusaContainer, { locationId, items }: Count): Promise<ItemCount[]> {
  const levels = await container
    .resolve(Modules.INVENTORY)
    .listInventoryLevels(
      { location_id: locationId, inventory_item_id: items.map(({ inventoryItemId }) => inventoryItemId) },
      { select: ["inventory_item_id", "stocked_quantity", "incoming_quantity"] },
    )
  const known = new Map(levels.map((level) => [level.inventory_item_id, level]))
  return items.filter(({ inventoryItemId, stocked, incoming }) => {
    const level = known.get(inventoryItemId)
    return (
      Number(level?.stocked_quantity ?? 0) !== stocked || Number(level?.incoming_quantity ?? 0) !== incoming
    )
  })
}

/** Writes the platform's count of some items: each difference as movements that say why, together with the level. */
async function applySome(work: InventoryWork, count: Count, items: ItemCount[]): Promise<number> {
  const { accountId, locationId, marketplace, countedAt } = count
  const ids = items.map(({ inventoryItemId }) => inventoryItemId)
  const held = await heldLevels(work, ids)
  const transfers = await openTransfers(work.sql, accountId, locationId, ids)
  const received: { id: string; quantity: number }[] = []
  const drafts = items.flatMap((item): MovementDraft[] => {
    const level = held.get(stockKey(item.inventoryItemId, locationId))
    const difference = item.stocked - (level?.stocked ?? 0)
    if (difference === 0) return []
    const coming = item.because === "platform_count" ? transfers.get(item.inventoryItemId) : undefined
    const parts = explainDifference(difference, coming ?? [])
    return parts.map(({ quantity, transfer }) => {
      if (transfer) received.push({ id: transfer.id, quantity })
      return {
        reason: transfer ? "inbound_received" : item.because,
        reference: transfer?.reference ?? countedAt.toISOString(),
        // A transfer comes in by and by: each part of it is a movement of its own.
        line_reference: transfer
          ? `${transfer.listingKey} ${countedAt.toISOString()}`
          : (item.listingKey ?? item.inventoryItemId),
        marketplace,
        listing_key: transfer?.listingKey ?? item.listingKey,
        actor_id: null,
        variant_id: item.variantId,
        inventory_item_id: item.inventoryItemId,
        location_id: locationId,
        quantity,
      }
    })
  })
  await receiveTransfers(work.sql, received)
  const incoming = items.map(({ inventoryItemId, incoming }) => ({ inventoryItemId, locationId, incoming }))
  return moveStock(work, accountId, drafts, incoming)
}

/**
 * Brings the levels of a platform location to the platform's count; gives how many items moved. Repeating it changes nothing, and
 * no other location is touched. `goOn` says between two parts whether the reading is still ours.
 */
export async function applyCounts(
  container: MedusaContainer,
  count: Count,
  goOn: () => Promise<boolean>,
): Promise<number> {
  const items = await differing(container, count)
  let moved = 0
  for (let from = 0; from < items.length; from += AT_ONCE) {
    if (from > 0 && !(await goOn())) break
    const some = items.slice(from, from + AT_ONCE)
    const levels = some.map(({ inventoryItemId }) => ({ inventoryItemId, locationId: count.locationId }))
    moved += await withInventory(container, levels, (work) => applySome(work, count, some))
  }
  return moved
}
