import { createWorkflow, transform, when, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { registerWebhooksStep } from "../webhooks/register-webhooks"
import { changeAccountStep } from "./steps/change-account"
import { redeemAuthorizationStep, type CompleteAuthorization } from "./steps/redeem-authorization"
import { storeAccountStep } from "./steps/store-account"

export const completeMarketplaceAuthorizationWorkflowId = "complete-marketplace-authorization"

/**
 * Completes a consent: connects a new account, or gives an existing one its new credentials, which then goes on where it stopped.
 * Gives `{ id }`.
 */
export const completeMarketplaceAuthorizationWorkflow = createWorkflow(
  completeMarketplaceAuthorizationWorkflowId,
  (input: CompleteAuthorization) => {
    const redeemed = redeemAuthorizationStep(input)
    when("authorization-is-of-a-new-account", redeemed, ({ existingId }) => existingId === null).then(() => {
      const account = transform({ input, redeemed }, (data) => ({
        providerId: data.input.providerId,
        name: data.redeemed.name,
        settings: data.redeemed.settings,
      }))
      storeAccountStep({ account, verified: redeemed.verified, actorId: input.actorId })
    })
    when("authorization-is-of-a-known-account", redeemed, ({ existingId }) => existingId !== null).then(
      () => {
        const change = transform(redeemed, ({ verified }) => ({ accountId: verified.accountId }))
        changeAccountStep({ change, verified: redeemed.verified, actorId: input.actorId })
      },
    )
    registerWebhooksStep({
      accountId: redeemed.verified.accountId,
      origin: input.origin,
      actorId: input.actorId,
    })
    return new WorkflowResponse(transform(redeemed, ({ verified }) => ({ id: verified.accountId })))
  },
)
