import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { checkOrderChangesStep, type ChangeOrder } from "./steps/check-order-changes"
import { keepOrderChangesStep } from "./steps/keep-order-changes"
import { writeOrderChangesStep } from "./steps/write-order-changes"

export const changeMarketplaceOrderWorkflowId = "change-marketplace-order"

/**
 * A person changes what an order is sold as: salesperson, payment method, instalments, customer. It is kept with the order, so that
 * a draft that is made anew has it too, and written to the Medusa order at once.
 */
export const changeMarketplaceOrderWorkflow = createWorkflow(
  changeMarketplaceOrderWorkflowId,
  (input: ChangeOrder) => {
    const checked = checkOrderChangesStep(input)
    const kept = keepOrderChangesStep({ input, checked })
    return new WorkflowResponse(writeOrderChangesStep({ input, kept }))
  },
)
