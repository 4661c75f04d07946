import { newMovements, writeMovements, type MovementDraft } from "../../modules/marketplace/store/movements"
import type { InventoryWork, Level } from "../import/inventory-transaction"
import { stockKey } from "../import/rules/context"
import { ledgerOf } from "./rules/ledger"

/** A level as it stands inside the transaction that holds it. */
export type HeldLevel = Level & { id: string; stocked: number; reserved: number; incoming: number }

/** The levels of some items, read under their locks. */
export async function heldLevels(
  { inventory, shared }: InventoryWork,
  inventoryItemIds: string[],
): Promise<Map<string, HeldLevel>> {
  const rows = await inventory.listInventoryLevels(
    { inventory_item_id: [...new Set(inventoryItemIds)] },
    {
      select: [
        "id",
        "inventory_item_id",
        "location_id",
        "stocked_quantity",
        "reserved_quantity",
        "incoming_quantity",
      ],
    },
    shared,
  )
  return new Map(
    rows.map((row) => [
      stockKey(row.inventory_item_id, row.location_id),
      {
        id: row.id,
        inventoryItemId: row.inventory_item_id,
        locationId: row.location_id,
        stocked: Number(row.stocked_quantity),
        reserved: Number(row.reserved_quantity),
        incoming: Number(row.incoming_quantity),
      },
    ]),
  )
}

/** What a level should have on its way. */
export type IncomingLevel = Level & { incoming: number }

/**
 * Writes movements and the levels that they change in the caller's transaction: both or neither. Drafts that are written
 * already change nothing. Gives how many are new.
 */
export async function moveStock(
  work: InventoryWork,
  accountId: string,
  drafts: MovementDraft[],
  incoming: IncomingLevel[] = [],
): Promise<number> {
  const fresh = await newMovements(work.sql, accountId, drafts)
  const onItsWay = new Map(
    incoming.map((one) => [stockKey(one.inventoryItemId, one.locationId), one.incoming]),
  )
  const touched = new Set([
    ...fresh.map((draft) => stockKey(draft.inventory_item_id, draft.location_id)),
    ...onItsWay.keys(),
  ])
  if (!touched.size) return 0
  const held = await heldLevels(work, [
    ...fresh.map((draft) => draft.inventory_item_id),
    ...incoming.map(({ inventoryItemId }) => inventoryItemId),
  ])
  const before = new Map([...held].map(([key, level]) => [key, level.stocked]))
  const { movements, levels } = ledgerOf(before, fresh)
  await writeMovements(work.sql, accountId, movements)
  const changed = [...held].flatMap(([key, level]) => {
    const stocked = levels.get(key) ?? level.stocked
    const coming = onItsWay.get(key) ?? level.incoming
    if (!touched.has(key) || (stocked === level.stocked && coming === level.incoming)) return []
    return [
      {
        id: level.id,
        inventory_item_id: level.inventoryItemId,
        location_id: level.locationId,
        stocked_quantity: stocked,
        incoming_quantity: coming,
      },
    ]
  })
  // In one go: `adjustInventory` takes no transaction together with a list.
  if (changed.length) await work.inventory.updateInventoryLevels(changed, work.shared)
  return fresh.length
}
