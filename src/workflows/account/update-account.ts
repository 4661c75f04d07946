import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { changeAccountStep } from "./steps/change-account"
import { checkAccountChangeStep, type AccountChange } from "./steps/check-account-change"

export const updateMarketplaceAccountWorkflowId = "update-marketplace-account"

/** Changes an account's name, settings, activation, marketplaces or credentials. What is not named stays. */
export const updateMarketplaceAccountWorkflow = createWorkflow(
  updateMarketplaceAccountWorkflowId,
  (input: AccountChange & { actorId: string }) => {
    const verified = checkAccountChangeStep(input)
    const change = transform(
      { input },
      ({ input: { credentials: _credentials, actorId: _actorId, ...rest } }) => rest,
    )
    const changed = changeAccountStep({ change, verified, actorId: input.actorId })
    return new WorkflowResponse(changed)
  },
)
