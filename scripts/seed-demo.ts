import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { seedAdmin } from "./seed/admin"
import { MAIN_WAREHOUSE, SKUS } from "./seed/data"
import { seedLocations, seedShipping, seedShippingProfile } from "./seed/locations"
import { seedProducts, seedStock } from "./seed/products"
import { seedRegions, seedSalesChannel, seedStore } from "./seed/store"

/**
 * npx medusa exec ./scripts/seed-demo.ts: a small shop to import orders into. Running it again adds what is missing
 * and changes nothing else.
 */
export default async function seedDemo({ container }: ExecArgs) {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const salesChannelId = await seedSalesChannel(container)
  await seedStore(container, salesChannelId)
  await seedRegions(container)
  const locations = await seedLocations(container, salesChannelId)
  const profileId = await seedShippingProfile(container)
  await seedShipping(container, locations[MAIN_WAREHOUSE], profileId)
  await seedProducts(container, salesChannelId, profileId)
  await seedStock(container, locations)
  const admin = await seedAdmin(container)
  logger.info(`The demo shop is ready: ${SKUS.length} articles, administrator ${admin}.`)
}
