import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { DispatchEvents } from "./events"
import { actOnDispatchesStep, type ActOnDispatches } from "./steps/act-on-dispatches"

export const actOnMarketplaceDispatchesWorkflowId = "act-on-marketplace-dispatches"

/**
 * A person's decision on what is owed to platforms, one or many. `retry` sends it now, or looks up now what is on its way;
 * `withdraw` takes it back. Gives what was done and what the states refused.
 */
export const actOnMarketplaceDispatchesWorkflow = createWorkflow(
  actOnMarketplaceDispatchesWorkflowId,
  (input: ActOnDispatches) => {
    const acted = actOnDispatchesStep(input)
    when("dispatches-are-due", acted, ({ due }) => due.length > 0).then(() => {
      emitEventStep({ eventName: DispatchEvents.DUE, data: acted.due })
    })
    return new WorkflowResponse(acted)
  },
)
