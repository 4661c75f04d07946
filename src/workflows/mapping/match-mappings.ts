import { emitEventStep } from "@medusajs/medusa/core-flows"
import { createWorkflow, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SyncEvents } from "../sync/events"
import { matchListingsStep } from "./steps/match-listings"

export const matchMarketplaceListingsWorkflowId = "match-marketplace-listings"

/** Maps an account's unmapped listings by exact SKU. Orders that were blocked by them are decided again. */
export const matchMarketplaceListingsWorkflow = createWorkflow(
  matchMarketplaceListingsWorkflowId,
  (input: { accountId: string; actorId: string }) => {
    const matched = matchListingsStep(input)
    when("orders-waited-for-matched-listings", matched, ({ due }) => due.ids.length > 0).then(() => {
      emitEventStep({ eventName: SyncEvents.ORDERS_DUE, data: matched.due })
    })
    return new WorkflowResponse(matched)
  },
)
