import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MAIN_WAREHOUSE, PLATFORM_WAREHOUSE, SKUS } from "../../scripts/seed/data"
import { seedLocations, seedShipping, seedShippingProfile } from "../../scripts/seed/locations"
import { seedProducts } from "../../scripts/seed/products"
import { seedRegions, seedSalesChannel, seedStore as seedStoreRow } from "../../scripts/seed/store"

/** The shop that a test imports into. */
export type SeededStore = {
  salesChannelId: string
  /** The merchant's own shelf. */
  locationId: string
  /** Stands for the platform's warehouses (FBA). */
  platformLocationId: string
  /** Carried by imported orders, so that they can be fulfilled. */
  shippingOptionId: string
  /** By SKU: each of the simulator's DEFAULT_SKUS. */
  variantIds: Record<string, string>
  inventoryItemIds: Record<string, string>
}

export type SeedOptions = {
  /** Pieces of each article on the merchant's shelf. @default 100000 */
  stock?: number
  /** Pieces of each article at the platform. @default 100000 */
  platformStock?: number
}

const PLENTY = 100_000

/** The demo's shop - channel, regions, locations, articles - with as much stock as the test wants. */
export async function seedStore(container: MedusaContainer, options: SeedOptions = {}): Promise<SeededStore> {
  const salesChannelId = await seedSalesChannel(container)
  await seedStoreRow(container, salesChannelId)
  await seedRegions(container)
  const locations = await seedLocations(container, salesChannelId)
  const profileId = await seedShippingProfile(container)
  await seedShipping(container, locations[MAIN_WAREHOUSE], profileId)
  await seedProducts(container, salesChannelId, profileId)

  const inventory = container.resolve(Modules.INVENTORY)
  const variants = await container
    .resolve(Modules.PRODUCT)
    .listProductVariants({ sku: SKUS }, { select: ["id", "sku"], take: SKUS.length })
  const items = await inventory.listInventoryItems(
    { sku: SKUS },
    { select: ["id", "sku"], take: SKUS.length },
  )
  await inventory.createInventoryLevels(
    items.flatMap(({ id }) => [
      {
        inventory_item_id: id,
        location_id: locations[MAIN_WAREHOUSE],
        stocked_quantity: options.stock ?? PLENTY,
      },
      {
        inventory_item_id: id,
        location_id: locations[PLATFORM_WAREHOUSE],
        stocked_quantity: options.platformStock ?? PLENTY,
      },
    ]),
  )
  const [shippingOption] = await container
    .resolve(Modules.FULFILLMENT)
    .listShippingOptions({}, { select: ["id"] })
  return {
    salesChannelId,
    locationId: locations[MAIN_WAREHOUSE],
    platformLocationId: locations[PLATFORM_WAREHOUSE],
    shippingOptionId: shippingOption.id,
    variantIds: Object.fromEntries(variants.map(({ id, sku }) => [sku ?? "", id])),
    inventoryItemIds: Object.fromEntries(items.map(({ id, sku }) => [sku ?? "", id])),
  }
}
