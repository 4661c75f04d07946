import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import type { Lease } from "../../modules/marketplace/store/lease"
import { tellEndedRun } from "./newly-needed"
import { claimAccountStep } from "./steps/claim-account"
import { finishSyncStep } from "./steps/finish-sync"
import { readAndImportStep } from "./steps/read-and-import"

export const syncMarketplaceAccountWorkflowId = "sync-marketplace-account"

const openRunStep = createStep("open-marketplace-run", async (lease: Lease | null, { container }) => {
  if (!lease) return new StepResponse<string | null>(null)
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  for (const interrupted of await marketplace.closeInterruptedRuns(lease.id)) {
    await tellEndedRun(container, lease.id, interrupted)
  }
  const run = await marketplace.createMarketplaceRuns({
    account_id: lease.id,
    kind: "schedule",
    state: "running",
    started_at: new Date(),
  })
  return new StepResponse<string | null>(run.id)
})

/** One sync of one account: claim it, read what is new, decide and import, plan the next. */
export const syncMarketplaceAccountWorkflow = createWorkflow(
  syncMarketplaceAccountWorkflowId,
  (input: { accountId: string; token?: string }) => {
    const lease = claimAccountStep(input)
    const runId = openRunStep(lease)
    const result = readAndImportStep({ lease, runId })
    finishSyncStep({ lease, runId, result })
    return new WorkflowResponse(result)
  },
)
