import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../modules/marketplace"

const BATCH = 200
/** A day's work at most, so that a large store does not keep one job busy for hours. */
const BATCHES_A_DAY = 500

/** How many values were sealed again, and how many no configured key opens: known once nothing else is left. */
type Resealed = { resealed: number; unopened: number }

/** Seals what is still under an earlier key again under the current one. */
export async function resealSecrets(container: MedusaContainer): Promise<Resealed> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  let resealed = 0
  for (let batch = 0; batch < BATCHES_A_DAY; batch++) {
    const count = await marketplace.resealBatch(BATCH)
    resealed += count
    if (count === 0) return { resealed, unopened: await marketplace.countSealedOtherwise() }
  }
  return { resealed, unopened: 0 }
}

/** Every night: after a key was rotated, the old one can go as soon as this finds nothing more. */
export default async function resealSecretsJob(container: MedusaContainer): Promise<void> {
  const { resealed, unopened } = await resealSecrets(container)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  if (resealed)
    logger.info(`[marketplaces] ${resealed} secrets were sealed again under the current encryption key`)
  if (unopened)
    logger.warn(
      `[marketplaces] ${unopened} secrets cannot be opened by any of the configured encryption keys`,
    )
}

export const config = { name: "marketplaces-reseal-secrets", schedule: "17 3 * * *" }
