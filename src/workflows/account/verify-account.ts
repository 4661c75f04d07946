import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { testConnectionStep } from "./steps/test-connection"

export const verifyMarketplaceAccountWorkflowId = "verify-marketplace-account"

/** Tests an account's connection. Gives `{ problem }`, null when all is well. */
export const verifyMarketplaceAccountWorkflow = createWorkflow(
  verifyMarketplaceAccountWorkflowId,
  (input: { accountId: string; actorId: string }) => new WorkflowResponse(testConnectionStep(input)),
)
