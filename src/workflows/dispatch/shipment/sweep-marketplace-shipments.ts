import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { DispatchEvents } from "../events"
import { forgottenFulfillments } from "./find-fulfillments"
import { oweShipmentsStep } from "./owe-marketplace-shipments"

export const sweepMarketplaceShipmentsWorkflowId = "sweep-marketplace-shipments"

const findForgottenStep = createStep(
  "find-forgotten-marketplace-shipments",
  async (input: { at: string }, { container }) =>
    new StepResponse(await forgottenFulfillments(container, new Date(input.at))),
)

/** Owes what was shipped, or changed, while nobody listened. */
export const sweepMarketplaceShipmentsWorkflow = createWorkflow(
  sweepMarketplaceShipmentsWorkflowId,
  (input: { at: string }) => {
    const due = oweShipmentsStep({ fulfillmentIds: findForgottenStep(input) })
    emitEventStep({ eventName: DispatchEvents.DUE, data: due })
    return new WorkflowResponse(due)
  },
)
