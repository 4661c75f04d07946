import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { afterMappingsChangedStep } from "./after-mappings-changed"
import { matchListingsStep } from "./steps/match-listings"

export const matchMarketplaceListingsWorkflowId = "match-marketplace-listings"

/** Maps an account's unmapped listings by exact SKU. Orders that were blocked by them are decided again. */
export const matchMarketplaceListingsWorkflow = createWorkflow(
  matchMarketplaceListingsWorkflowId,
  (input: { accountId: string; actorId: string }) => {
    const matched = matchListingsStep(input)
    const changed = transform({ input, matched }, (data) => [
      { ...data.input, listingKeys: data.matched.listingKeys, orderIds: data.matched.due.ids },
    ])
    afterMappingsChangedStep(changed)
    return new WorkflowResponse(matched)
  },
)
