import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { LoadedAccount } from "../account/load-account"
import { loadVariants } from "../import/load-variants"
import { countedListing } from "./counted-listing"
import type { Counted, ItemCount } from "./rules/count-items"
import { leftBehind } from "./rules/left-behind"

/** What a location still has of listings that are another product by now: nothing of it is there as the store knows it. */
export async function goodsLeftBehind(
  container: MedusaContainer,
  { marketplace, row }: LoadedAccount,
  locationId: string,
  { items, unknown }: Counted,
): Promise<ItemCount[]> {
  const told = new Set([...items.map(({ inventoryItemId }) => inventoryItemId), ...unknown])
  const levels = await container.resolve(Modules.INVENTORY).listInventoryLevels(
    {
      location_id: locationId,
      $or: [{ stocked_quantity: { $ne: 0 } }, { incoming_quantity: { $ne: 0 } }],
    },
    { select: ["inventory_item_id"] },
  )
  const inventoryItemIds = levels
    .map(({ inventory_item_id }) => inventory_item_id)
    .filter((id) => !told.has(id))
  if (!inventoryItemIds.length) return []
  const moved = await marketplace.movedBy({ accountId: row.id, locationId, inventoryItemIds })
  const mappings = await marketplace.listProductMappings({
    account_id: row.id,
    listing_key: [...new Set(moved.flatMap(({ listing_key }) => listing_key ?? []))],
  })
  const variants = await loadVariants(container, {
    id: [...new Set(mappings.flatMap(({ variant_id }) => variant_id ?? []))],
  })
  return leftBehind(
    moved.map((one) => ({ inventoryItemId: one.inventory_item_id, listingKey: one.listing_key })),
    mappings.map(countedListing),
    new Map(variants.map((variant) => [variant.id, variant])),
  )
}
