import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { claimRunStep } from "./steps/claim-run"
import { finishRunStep } from "./steps/finish-run"
import { readRunStep } from "./steps/read-run"

export const executeMarketplaceRunWorkflowId = "execute-marketplace-run"

/** Carries out an import that a person asked for - a period or references - from where it stands, and may be repeated at will. */
export const executeMarketplaceRunWorkflow = createWorkflow(
  executeMarketplaceRunWorkflowId,
  (input: { runId: string; token?: string }) => {
    const lease = claimRunStep(input)
    const result = readRunStep(lease)
    finishRunStep({ lease, result })
    return new WorkflowResponse(result)
  },
)
