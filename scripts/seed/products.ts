import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, ProductStatus } from "@medusajs/framework/utils"
import { createInventoryLevelsWorkflow, createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { PRODUCTS, pricesFrom, SKUS, STOCK } from "./data"
import { type Locations } from "./locations"

export async function seedProducts(container: MedusaContainer, salesChannelId: string, profileId: string) {
  const known = await container
    .resolve(Modules.PRODUCT)
    .listProducts({ handle: PRODUCTS.map((product) => product.handle) }, { take: PRODUCTS.length })
  const missing = PRODUCTS.filter((product) => !known.some(({ handle }) => handle === product.handle))
  if (missing.length === 0) {
    return
  }
  await createProductsWorkflow(container).run({
    input: {
      products: missing.map(({ title, handle, option, variants }) => ({
        title,
        handle,
        status: ProductStatus.PUBLISHED,
        shipping_profile_id: profileId,
        sales_channels: [{ id: salesChannelId }],
        options: [{ title: option, values: variants.map((variant) => variant.title) }],
        variants: variants.map((variant) => ({
          title: variant.title,
          sku: variant.sku,
          barcode: variant.barcode,
          weight: variant.grams,
          manage_inventory: true,
          options: { [option]: variant.title },
          prices: pricesFrom(variant.dollars),
        })),
      })),
    },
  })
}

/** Stock that is already counted at a location stays as it is. */
export async function seedStock(container: MedusaContainer, locations: Locations) {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: items } = (await query.graph({
    entity: "inventory_item",
    fields: ["id", "location_levels.location_id"],
    filters: { sku: SKUS },
  })) as { data: { id: string; location_levels?: { location_id: string }[] }[] }
  const inventory_levels = Object.entries(STOCK).flatMap(([name, stocked_quantity]) =>
    items
      .filter((item) => !item.location_levels?.some((level) => level.location_id === locations[name]))
      .map((item) => ({ inventory_item_id: item.id, location_id: locations[name], stocked_quantity })),
  )
  if (inventory_levels.length > 0) {
    await createInventoryLevelsWorkflow(container).run({ input: { inventory_levels } })
  }
}
