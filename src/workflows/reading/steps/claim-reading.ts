import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { Lease } from "../../../modules/marketplace/store/lease"

export type ReadingInput = {
  readingId: string
  /** The lease that the schedule took for us. */
  token?: string
}

/** Takes the reading's lease, or the one that the schedule took for us; null when another worker has it. */
export const claimReadingStep = createStep(
  "claim-marketplace-reading",
  async ({ readingId, token }: ReadingInput, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const given: Lease | undefined = token ? { id: readingId, token } : undefined
    const lease = given
      ? (await marketplace.renewLease("sync_cursor", given)) && given
      : await marketplace.takeLease("sync_cursor", readingId)
    return new StepResponse(lease || null, lease || undefined)
  },
  async (lease, { container }) => {
    if (!lease) return
    await container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE).releaseLease("sync_cursor", lease)
  },
)
