import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { registerMarketplaceWebhooksWorkflow } from "../../../../../../workflows/webhooks/register-webhooks"
import { originOf } from "../../../authorize/callback-url"
import { answering } from "../../../serializers/failure"
import { retrieveAccount } from "../../../serializers/retrieve-account"

/** Asks the platform again to call us; how it went stands with the account. */
export const POST = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  await registerMarketplaceWebhooksWorkflow(req.scope).run({
    input: { accountId: req.params.id, origin: originOf(req), actorId: req.auth_context.actor_id },
  })
  res.json({ account: await retrieveAccount(req, req.params.id) })
})
