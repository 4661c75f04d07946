import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { sendDueDispatchesStep, type SendDispatches } from "./steps/send-due-dispatches"

export const sendMarketplaceDispatchesWorkflowId = "send-marketplace-dispatches"

/** Sends what is owed of an account, shipments before stock, and may be repeated at will. Gives how many came to which state. */
export const sendMarketplaceDispatchesWorkflow = createWorkflow(
  sendMarketplaceDispatchesWorkflowId,
  (input: SendDispatches) => new WorkflowResponse(sendDueDispatchesStep(input)),
)
