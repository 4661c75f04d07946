import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { unregisterWebhooksStep } from "../webhooks/unregister-webhooks"
import { releaseHoldsStep } from "./steps/release-holds"
import { removeAccountStep } from "./steps/remove-account"

export const removeMarketplaceAccountWorkflowId = "remove-marketplace-account"

/**
 * Disconnects a seller. Medusa's orders stay; should the seller be connected again, they are found by their display ids and
 * none is imported twice.
 */
export const removeMarketplaceAccountWorkflow = createWorkflow(
  removeMarketplaceAccountWorkflowId,
  (input: { accountId: string; actorId: string }) => {
    unregisterWebhooksStep({ accountId: input.accountId })
    const removed = removeAccountStep(input)
    releaseHoldsStep(removed)
    return new WorkflowResponse(removed)
  },
)
