import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { afterMappingsChangedStep } from "./after-mappings-changed"
import { acceptProposalsStep } from "./steps/accept-proposals"

export const acceptMarketplaceProposalsWorkflowId = "accept-marketplace-proposals"

/** Maps listings to the variants that were proposed for them. Orders that were blocked by them are decided again. */
export const acceptMarketplaceProposalsWorkflow = createWorkflow(
  acceptMarketplaceProposalsWorkflowId,
  (input: { ids: string[]; actorId: string }) => {
    const result = acceptProposalsStep(input)
    const changed = transform({ input, result }, (data) =>
      data.result.changed.map((one) => ({ ...one, actorId: data.input.actorId })),
    )
    afterMappingsChangedStep(changed)
    return new WorkflowResponse(result)
  },
)
