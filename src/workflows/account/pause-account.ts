import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { moveAccountStep, type AccountMove } from "./steps/move-account"

export const pauseMarketplaceAccountWorkflowId = "pause-marketplace-account"

/** Switches an account off: nothing is read by schedule until it is resumed. */
export const pauseMarketplaceAccountWorkflow = createWorkflow(
  pauseMarketplaceAccountWorkflowId,
  (input: { accountId: string; actorId: string }) => {
    const move = transform({ input }, ({ input: who }): AccountMove => ({ ...who, move: "pause" }))
    return new WorkflowResponse(moveAccountStep(move))
  },
)
