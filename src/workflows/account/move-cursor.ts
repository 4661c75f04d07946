import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { moveCursorStep, type MoveCursor } from "./steps/move-cursor"

export const moveMarketplaceCursorWorkflowId = "move-marketplace-cursor"

/** Has everything that changed since an instant read again. Nothing is imported twice by it. */
export const moveMarketplaceCursorWorkflow = createWorkflow(
  moveMarketplaceCursorWorkflowId,
  (input: MoveCursor) => new WorkflowResponse(moveCursorStep(input)),
)
