import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { moveAccountStep, type AccountMove } from "./steps/move-account"

export const resumeMarketplaceAccountWorkflowId = "resume-marketplace-account"

/** Switches a paused account on again; its sync is due at once. */
export const resumeMarketplaceAccountWorkflow = createWorkflow(
  resumeMarketplaceAccountWorkflowId,
  (input: { accountId: string; actorId: string }) => {
    const move = transform({ input }, ({ input: who }): AccountMove => ({ ...who, move: "resume" }))
    return new WorkflowResponse(moveAccountStep(move))
  },
)
