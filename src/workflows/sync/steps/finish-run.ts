import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { Lease } from "../../../modules/marketplace/store/lease"
import { loadStoredAccount } from "../../account/load-account"
import { recordTrouble } from "../account-trouble"
import { tellEndedRun } from "../newly-needed"
import type { RunResult } from "./read-run"

/** Ends the run, or puts it back with the instant at which it goes on. */
export const finishRunStep = createStep(
  "finish-marketplace-run",
  async (input: { lease: Lease | null; result: RunResult }, { container }) => {
    const { lease, result } = input
    if (!lease || result.lost) return new StepResponse(null)
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const { trouble, unread } = result
    const { account_id: accountId } = await marketplace.retrieveMarketplaceRun(lease.id)
    const mayPass = trouble?.retryAt && trouble.problem.code !== "import_failed"
    const isRecorded =
      trouble && (!mayPass || trouble.suspended)
        ? await recordTrouble(container, await loadStoredAccount(container, accountId), trouble)
        : true
    // Connected anew while it was read with the old credentials: it goes on with the new ones.
    const waits = mayPass || !isRecorded
    const counts = { ...(await marketplace.countRun(lease.id)) }
    // What the platform does not answer now it may answer later; a fault of ours would only repeat itself.
    if (trouble && waits) {
      await marketplace.updateMarketplaceRuns({
        id: lease.id,
        state: "queued",
        resume_at: isRecorded ? trouble.retryAt : new Date(),
        problem: trouble.problem,
        counts,
        unread: { references: unread },
      })
    } else {
      const run = await marketplace.updateMarketplaceRuns({
        id: lease.id,
        state: trouble ? "failed" : "done",
        problem: trouble?.problem ?? null,
        counts,
        unread: { references: unread },
        finished_at: new Date(),
      })
      await tellEndedRun(container, accountId, run)
    }
    await marketplace.releaseLease("marketplace_run", lease)
    return new StepResponse(null)
  },
)
