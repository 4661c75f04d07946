import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { actOnOrderStep, type ActOnOrder } from "./steps/act-on-order"

export const ignoreMarketplaceOrderWorkflowId = "ignore-marketplace-order"

/** Leaves an order out for good, unless a person retries it. */
export const ignoreMarketplaceOrderWorkflow = createWorkflow(
  ignoreMarketplaceOrderWorkflowId,
  (input: { id: string; actorId: string }) => {
    const action = transform({ input }, ({ input: who }): ActOnOrder => ({ ...who, action: "ignore" }))
    return new WorkflowResponse(actOnOrderStep(action))
  },
)
