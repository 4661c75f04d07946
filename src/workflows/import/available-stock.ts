import type { InventoryLevelDTO, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { stockKey } from "./rules/context"

type Level = Pick<InventoryLevelDTO, "inventory_item_id" | "location_id"> & {
  stocked_quantity: unknown
  reserved_quantity: unknown
}

/** What has to be read of a level so that it says what is available. */
export const levelFields = ["inventory_item_id", "location_id", "stocked_quantity", "reserved_quantity"]

/** Stocked less reserved. */
export const availableAt = ({ stocked_quantity: stocked, reserved_quantity: reserved }: Level): number =>
  Number(stocked) - Number(reserved)

/** What is available by some levels, by {@link stockKey}. */
export const availableOf = (levels: Level[]): Map<string, number> =>
  new Map(
    levels.map(
      (level) => [stockKey(level.inventory_item_id, level.location_id), availableAt(level)] as const,
    ),
  )

/** What is available of some inventory items, by {@link stockKey}, everywhere or at some locations: one query. */
export async function loadAvailable(
  container: MedusaContainer,
  items: string[],
  locationIds?: string[],
): Promise<Map<string, number>> {
  if (!items.length || locationIds?.length === 0) return new Map()
  const levels = await container
    .resolve(Modules.INVENTORY)
    .listInventoryLevels(
      { inventory_item_id: [...new Set(items)], ...(locationIds ? { location_id: locationIds } : {}) },
      { select: levelFields },
    )
  return availableOf(levels)
}
