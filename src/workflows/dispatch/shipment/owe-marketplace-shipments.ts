import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { DispatchEvents } from "../events"
import { dueByAccountAndKind } from "../rules/due-by-account-and-kind"
import { oweShipments } from "./owe-shipments"
import { tellShipmentProblems } from "./tell-problems"

export const oweMarketplaceShipmentsWorkflowId = "owe-marketplace-shipments"

export type OweShipments = {
  fulfillmentIds: string[]
  /** Who changed it, where that is known. */
  actorId?: string
}

/** Writes what some fulfilments owe. Forward-only: what is owed is owed, and may be owed again at will. */
export const oweShipmentsStep = createStep(
  "owe-marketplace-shipments",
  async ({ fulfillmentIds, actorId }: OweShipments, { container }) => {
    const by = actorId ? { actor: "person" as const, actorId } : undefined
    const { changed, touched } = await oweShipments(container, fulfillmentIds, by)
    await tellShipmentProblems(
      container,
      changed.filter(({ due }) => !due).map(({ id }) => id),
    )
    return new StepResponse(dueByAccountAndKind(touched))
  },
)

/** Something was shipped, or changed after it was: owes it to the platforms that the orders came from, and has it sent. */
export const oweMarketplaceShipmentsWorkflow = createWorkflow(
  oweMarketplaceShipmentsWorkflowId,
  (input: OweShipments) => {
    const due = oweShipmentsStep(input)
    emitEventStep({ eventName: DispatchEvents.DUE, data: due })
    return new WorkflowResponse(due)
  },
)
