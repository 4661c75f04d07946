import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SyncEvents } from "../sync/events"
import { actOnOrderStep, type ActOnOrder } from "./steps/act-on-order"

export const retryMarketplaceOrderWorkflowId = "retry-marketplace-order"

/** Has an order decided again now. A person who retries an ignored order asks for it past the account's rules. */
export const retryMarketplaceOrderWorkflow = createWorkflow(
  retryMarketplaceOrderWorkflowId,
  (input: { id: string; actorId: string }) => {
    const action = transform({ input }, ({ input: who }): ActOnOrder => ({ ...who, action: "retry" }))
    const due = actOnOrderStep(action)
    emitEventStep({ eventName: SyncEvents.ORDERS_DUE, data: due })
    return new WorkflowResponse(due)
  },
)
