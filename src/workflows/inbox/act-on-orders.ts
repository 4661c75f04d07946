import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SyncEvents } from "../sync/events"
import { actOnOrdersStep, type ActOnOrders } from "./steps/act-on-orders"

export const actOnMarketplaceOrdersWorkflowId = "act-on-marketplace-orders"

/**
 * A person's decision on orders of the inbox, one or many. `retry` has them decided again now, ignored ones past the
 * account's rules; `approve` lets those in review become Medusa orders; `ignore` leaves them out for good, unless a person
 * retries them. Gives what was done and what the states refused.
 */
export const actOnMarketplaceOrdersWorkflow = createWorkflow(
  actOnMarketplaceOrdersWorkflowId,
  (input: ActOnOrders) => {
    const acted = actOnOrdersStep(input)
    when("orders-are-due", acted, ({ due }) => due.length > 0).then(() => {
      emitEventStep({ eventName: SyncEvents.ORDERS_DUE, data: acted.due })
    })
    when("orders-are-read-anew", acted, ({ runs }) => runs.length > 0).then(() => {
      emitEventStep({ eventName: SyncEvents.RUN_DUE, data: acted.runs }).config({ name: "emit-run-due" })
    })
    return new WorkflowResponse(acted)
  },
)
