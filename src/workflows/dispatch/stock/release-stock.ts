import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { loadAccount } from "../../account/load-account"
import { refusal } from "../../refusals/refusal"
import { tellOwed } from "./tell-owed"

export const releaseMarketplaceStockWorkflowId = "release-marketplace-stock"

const releaseStockStep = createStep(
  "release-marketplace-stock",
  async (input: { accountId: string; actorId: string }, { container }) => {
    const { marketplace, row } = await loadAccount(container, input.accountId)
    if (!row.stock_brake) throw refusal("stock_not_held", { account: row.name })
    const released = await marketplace.releaseStockBrake(row.id, input.actorId)
    await tellOwed(container, { owed: released, accountIds: [row.id] })
    return new StepResponse({ released })
  },
)

/** A person lets through what the stock brake holds; for an hour nothing more of the account is held. */
export const releaseMarketplaceStockWorkflow = createWorkflow(
  releaseMarketplaceStockWorkflowId,
  (input: { accountId: string; actorId: string }) => new WorkflowResponse(releaseStockStep(input)),
)
