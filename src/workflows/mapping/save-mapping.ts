import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SyncEvents } from "../sync/events"
import { saveMappingStep, type SaveMapping } from "./steps/save-mapping"

export const saveMarketplaceMappingWorkflowId = "save-marketplace-mapping"

/** Says which variant a listing is. Orders that were blocked by it are decided again. Gives the mapping's id. */
export const saveMarketplaceMappingWorkflow = createWorkflow(
  saveMarketplaceMappingWorkflowId,
  (input: SaveMapping) => {
    const saved = saveMappingStep(input)
    when("orders-waited-for-the-listing", saved, ({ due }) => due.ids.length > 0).then(() => {
      emitEventStep({ eventName: SyncEvents.ORDERS_DUE, data: saved.due })
    })
    return new WorkflowResponse(saved)
  },
)
