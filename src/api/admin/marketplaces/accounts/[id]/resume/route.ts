import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { resumeMarketplaceAccountWorkflow } from "../../../../../../workflows/account/resume-account"
import { answering } from "../../../serializers/failure"
import { retrieveAccount } from "../../../serializers/retrieve-account"

export const POST = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  await resumeMarketplaceAccountWorkflow(req.scope).run({
    input: { accountId: req.params.id, actorId: req.auth_context.actor_id },
  })
  res.json({ account: await retrieveAccount(req, req.params.id) })
})
