import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { registerWebhooksStep } from "../webhooks/register-webhooks"
import { storeAccountStep } from "./steps/store-account"
import { verifyNewAccountStep, type NewAccount } from "./steps/verify-new-account"

export const createMarketplaceAccountWorkflowId = "create-marketplace-account"

/** Connects a seller whose credentials were typed in: checked, verified with the platform, then stored. Gives `{ id }`. */
export const createMarketplaceAccountWorkflow = createWorkflow(
  createMarketplaceAccountWorkflowId,
  (input: NewAccount & { actorId: string; origin?: string }) => {
    const verified = verifyNewAccountStep(input)
    const account = transform(
      { input },
      ({ input: { credentials: _credentials, actorId: _actorId, origin: _origin, ...rest } }) => rest,
    )
    const stored = storeAccountStep({ account, verified, actorId: input.actorId })
    registerWebhooksStep({ accountId: stored.id, origin: input.origin, actorId: input.actorId })
    return new WorkflowResponse(stored)
  },
)
