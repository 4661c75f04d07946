import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { Lease } from "../../../modules/marketplace/store/lease"

/** Takes the account's lease, or the one that the schedule took for us; null when another worker has it. */
export const claimAccountStep = createStep(
  "claim-marketplace-account",
  async (input: { accountId: string; token?: string }, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const given: Lease | undefined = input.token ? { id: input.accountId, token: input.token } : undefined
    const lease = given
      ? (await marketplace.renewLease("marketplace_account", given)) && given
      : await marketplace.takeLease("marketplace_account", input.accountId)
    if (!lease) return new StepResponse(null)
    // Paused, removed or without authorisation since the schedule took the lease.
    const [account] = await marketplace.listMarketplaceAccounts({ id: lease.id }, { select: ["id", "state"] })
    if (account?.state === "connected") return new StepResponse(lease, lease)
    await marketplace.releaseLease("marketplace_account", lease)
    return new StepResponse(null)
  },
  async (lease, { container }) => {
    if (!lease) return
    await container
      .resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
      .releaseLease("marketplace_account", lease)
  },
)
