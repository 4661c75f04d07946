import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { afterMappingsChangedStep } from "./after-mappings-changed"
import { saveMappingStep, type SaveMapping } from "./steps/save-mapping"

export const saveMarketplaceMappingWorkflowId = "save-marketplace-mapping"

/** Says which variant a listing is. Orders that were blocked by it are decided again. Gives the mapping's id. */
export const saveMarketplaceMappingWorkflow = createWorkflow(
  saveMarketplaceMappingWorkflowId,
  (input: SaveMapping) => {
    const saved = saveMappingStep(input)
    const changed = transform({ input, saved }, (data) => [
      {
        accountId: data.input.accountId,
        listingKeys: [data.input.listingKey],
        orderIds: data.saved.due.ids,
        actorId: data.input.actorId,
      },
    ])
    afterMappingsChangedStep(changed)
    return new WorkflowResponse(saved)
  },
)
