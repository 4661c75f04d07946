import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { saveMarketplaceMappingWorkflow } from "./save-mapping"
import { createProductOfListingStep, type CreateProduct } from "./steps/create-product-of-listing"

export const createMarketplaceProductWorkflowId = "create-marketplace-product"

/** Makes a product, as a draft, of a listing that has none, and links both. Orders that waited for it are decided again. */
export const createMarketplaceProductWorkflow = createWorkflow(
  createMarketplaceProductWorkflowId,
  (input: CreateProduct) => {
    const mapping = createProductOfListingStep(input)
    return new WorkflowResponse(saveMarketplaceMappingWorkflow.runAsStep({ input: mapping }))
  },
)
