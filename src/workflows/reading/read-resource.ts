import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { claimReadingStep, type ReadingInput } from "./steps/claim-reading"
import { readResourceStep } from "./steps/read-resource"

export const readMarketplaceResourceWorkflowId = "read-marketplace-resource"

/** Reads the listings of a marketplace, or the stock of a platform location, from where it stands; may be repeated at will. */
export const readMarketplaceResourceWorkflow = createWorkflow(
  readMarketplaceResourceWorkflowId,
  (input: ReadingInput) => {
    const lease = claimReadingStep(input)
    return new WorkflowResponse(readResourceStep(lease))
  },
)
