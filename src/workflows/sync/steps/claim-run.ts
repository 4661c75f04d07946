import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { Lease } from "../../../modules/marketplace/store/lease"

/** The lease of a run that is not over, and the run marked as running. */
async function claim(
  marketplace: MarketplaceModuleService,
  runId: string,
  token?: string,
): Promise<Lease | null> {
  const given: Lease | undefined = token ? { id: runId, token } : undefined
  const lease = given
    ? (await marketplace.renewLease("marketplace_run", given)) && given
    : await marketplace.takeLease("marketplace_run", runId)
  if (!lease) return null
  const run = await marketplace.retrieveMarketplaceRun(lease.id)
  if (run.state === "done" || run.state === "failed") {
    await marketplace.releaseLease("marketplace_run", lease)
    return null
  }
  const started = { state: "running" as const, resume_at: null, started_at: run.started_at ?? new Date() }
  await marketplace.updateMarketplaceRuns({ id: run.id, ...started })
  return lease
}

/** Takes the run's lease, or the one that the schedule took for us; null when another worker has it or it is over. */
export const claimRunStep = createStep(
  "claim-marketplace-run",
  async (input: { runId: string; token?: string }, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const lease = await claim(marketplace, input.runId, input.token)
    return new StepResponse(lease, lease ?? undefined)
  },
  async (lease, { container }) => {
    if (!lease) return
    await container
      .resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
      .releaseLease("marketplace_run", lease)
  },
)
