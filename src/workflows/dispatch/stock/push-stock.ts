import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { requireStockWriter } from "./require-stock-writer"
import { oweStock } from "./owe-stock"
import { tellOwed } from "./tell-owed"

export const pushMarketplaceStockWorkflowId = "push-marketplace-stock"

const pushStockStep = createStep(
  "push-marketplace-stock",
  async (input: { accountId: string; actorId: string }, { container }) => {
    await requireStockWriter(container, input.accountId)
    const by = { actor: "person", actorId: input.actorId } as const
    const owed = await oweStock(container, { account_ids: [input.accountId] }, { by, again: true })
    await tellOwed(container, owed)
    return new StepResponse({ owed: owed.owed })
  },
)

/** A person has an account's stock looked at as a whole: what differs is sent, and what was rejected is tried anew. */
export const pushMarketplaceStockWorkflow = createWorkflow(
  pushMarketplaceStockWorkflowId,
  (input: { accountId: string; actorId: string }) => new WorkflowResponse(pushStockStep(input)),
)
