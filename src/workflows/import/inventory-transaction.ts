import type { Context, IInventoryService, ILockingModule, MedusaContainer } from "@medusajs/framework/types"
import { MedusaContextType, Modules } from "@medusajs/framework/utils"
import type { Sql } from "../../modules/marketplace/store/sql"
import { StockEvents } from "../dispatch/stock/events"
import { repositoryOf } from "../module-repository"
import { stockKey } from "./rules/context"

/** Seconds to wait for another flow that holds an inventory item. */
const LOCK_TIMEOUT_SECONDS = 90

export type InventoryWork = {
  inventory: IInventoryService
  /** Pass it to every inventory call, so that all of them commit or none. */
  shared: Context
  sql: Sql
}

export type Level = { inventoryItemId: string; locationId: string }

/**
 * Holds several keys, taken one after the other in their order. Given a list, Medusa's Redis provider takes all keys at
 * once, each as soon as it is free: two workers would each hold what the other waits for.
 */
function holdInOrder<Result>(
  locking: ILockingModule,
  keys: string[],
  job: () => Promise<Result>,
): Promise<Result> {
  const [first, ...rest] = keys
  if (first === undefined) return job()
  return locking.execute([first], () => holdInOrder(locking, rest, job), { timeout: LOCK_TIMEOUT_SECONDS })
}

/**
 * Runs inventory calls in one transaction with the touched levels locked. Medusa's inventory module reads a level and
 * writes back a sum: two workers without this lock would lose one of two reservations. Levels that do not exist are made
 * at zero. Medusa's own flows are kept out by its locking module, other processes by the rows' locks.
 */
export async function withInventory<Result>(
  container: MedusaContainer,
  levels: Level[],
  work: (tools: InventoryWork) => Promise<Result>,
): Promise<Result> {
  const inventory = container.resolve(Modules.INVENTORY)
  const locking = container.resolve(Modules.LOCKING)
  const wanted = [
    ...new Map(levels.map((level) => [stockKey(level.inventoryItemId, level.locationId), level])).values(),
  ]
  const items = [...new Set(wanted.map((level) => level.inventoryItemId))].sort()

  const existing = await inventory.listInventoryLevels(
    { inventory_item_id: items, location_id: [...new Set(wanted.map((level) => level.locationId))] },
    { select: ["inventory_item_id", "location_id"] },
  )
  const known = new Set(existing.map((level) => stockKey(level.inventory_item_id, level.location_id)))
  const missing = wanted.filter((level) => !known.has(stockKey(level.inventoryItemId, level.locationId)))
  if (missing.length) {
    await inventory.createInventoryLevels(
      missing.map((level) => ({
        inventory_item_id: level.inventoryItemId,
        location_id: level.locationId,
        stocked_quantity: 0,
      })),
    )
  }

  const done = await holdInOrder(locking, items, () =>
    repositoryOf(inventory, "inventory").transaction(async (manager) => {
      const sql: Sql = async <Row>(statement: string, parameters: unknown[] = []) => {
        const rows: unknown = await manager.execute(statement, parameters)
        return rows as Row[]
      }
      // In the order of their ids, so that two workers never wait for each other in a circle.
      await sql(
        `SELECT id FROM inventory_level WHERE deleted_at IS NULL AND inventory_item_id = ANY(?::text[])
            ORDER BY id FOR UPDATE`,
        [`{${items.join(",")}}`],
      )
      // Without its type mark a workflow's container would replace it by a context of its own, outside the transaction.
      const shared: Context = { __type: MedusaContextType, transactionManager: manager }
      return work({ inventory, shared, sql })
    }),
  )
  // The inventory module has raised its own events by now, before any of it could be seen outside of the transaction.
  await container
    .resolve(Modules.EVENT_BUS)
    .emit({ name: StockEvents.CHANGED, data: { inventory_item_ids: items } })
  return done
}
