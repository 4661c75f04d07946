import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SyncEvents } from "../sync/events"
import { actOnOrderStep, type ActOnOrder } from "./steps/act-on-order"

export const approveMarketplaceOrderWorkflowId = "approve-marketplace-order"

/** Lets an order that waits in review become a Medusa order. */
export const approveMarketplaceOrderWorkflow = createWorkflow(
  approveMarketplaceOrderWorkflowId,
  (input: { id: string; actorId: string }) => {
    const action = transform({ input }, ({ input: who }): ActOnOrder => ({ ...who, action: "approve" }))
    const due = actOnOrderStep(action)
    emitEventStep({ eventName: SyncEvents.ORDERS_DUE, data: due })
    return new WorkflowResponse(due)
  },
)
