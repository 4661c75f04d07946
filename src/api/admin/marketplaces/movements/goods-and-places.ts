import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { loadStoreVariants } from "../../../../workflows/mapping/store-variants"
import type { StoreVariant } from "../../../../workflows/mapping/rules/rank-variants"

type Named = { variant_id: string | null; inventory_item_id: string; location_id: string }

/** What movements name, as people know it. */
export type GoodsAndPlaces = {
  variants: Map<string, StoreVariant>
  skus: Map<string, string | null>
  locations: Map<string, string>
}

/** Variants, inventory items and locations that some rows name: one query each, whatever their number. */
export async function goodsAndPlaces(container: MedusaContainer, rows: Named[]): Promise<GoodsAndPlaces> {
  const variantIds = [...new Set(rows.flatMap(({ variant_id }) => variant_id ?? []))]
  const itemIds = [...new Set(rows.map(({ inventory_item_id }) => inventory_item_id))]
  const locationIds = [...new Set(rows.map(({ location_id }) => location_id))]
  const [variants, items, locations] = await Promise.all([
    variantIds.length ? loadStoreVariants(container, { id: variantIds }, variantIds.length) : [],
    itemIds.length
      ? container.resolve(Modules.INVENTORY).listInventoryItems({ id: itemIds }, { select: ["id", "sku"] })
      : [],
    locationIds.length
      ? container
          .resolve(Modules.STOCK_LOCATION)
          .listStockLocations({ id: locationIds }, { select: ["id", "name"] })
      : [],
  ])
  return {
    variants: new Map(variants.map((variant) => [variant.id, variant])),
    skus: new Map(items.map(({ id, sku }) => [id, sku ?? null])),
    locations: new Map(locations.map(({ id, name }) => [id, name])),
  }
}
