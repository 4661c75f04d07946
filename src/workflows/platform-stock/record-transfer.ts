import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { recordTransferStep, type RecordTransfer } from "./steps/record-transfer"

export const recordMarketplaceTransferWorkflowId = "record-marketplace-transfer"

/** Records goods that were sent from an own warehouse to the platform's. Recording the same again changes nothing. */
export const recordMarketplaceTransferWorkflow = createWorkflow(
  recordMarketplaceTransferWorkflowId,
  (input: RecordTransfer) => new WorkflowResponse(recordTransferStep(input)),
)
