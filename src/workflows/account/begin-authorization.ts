import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { beginAuthorizationStep, type BeginAuthorization } from "./steps/begin-authorization"

export const beginMarketplaceAuthorizationWorkflowId = "begin-marketplace-authorization"

/** Begins to connect an account by the platform's consent page. Gives `{ url }`. */
export const beginMarketplaceAuthorizationWorkflow = createWorkflow(
  beginMarketplaceAuthorizationWorkflowId,
  (input: BeginAuthorization) => new WorkflowResponse(beginAuthorizationStep(input)),
)
