import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { loadAccount } from "../../account/load-account"
import { refusal } from "../../refusals/refusal"
import { refuseWhenOff } from "../../account/steps/make-sync-due"
import { queueRun, type RunRequest } from "../queue-run"

/** Queues the import. A person's import also works while the schedule is off, but not while the account is. */
export const createRunStep = createStep(
  "create-marketplace-run",
  async (input: RunRequest, { container }) => {
    const account = await loadAccount(container, input.accountId)
    const { marketplace, connector } = account
    refuseWhenOff(account, ["paused", "needs_reauthorization"])
    if (!connector.orders) throw refusal("brings_no_orders", { platform: connector.describe().name })
    const runId = await marketplace.inTransaction((shared) => queueRun(marketplace, input, shared))
    return new StepResponse({ run_id: runId }, runId)
  },
  async (runId, { container }) => {
    if (!runId) return
    await container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE).deleteMarketplaceRuns(runId)
  },
)
