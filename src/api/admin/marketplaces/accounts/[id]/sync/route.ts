import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { requestMarketplaceSyncWorkflow } from "../../../../../../workflows/account/request-sync"
import { answering } from "../../../serializers/failure"
import { retrieveAccount } from "../../../serializers/retrieve-account"

/** Due now; the answer does not wait for the sync. */
export const POST = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  await requestMarketplaceSyncWorkflow(req.scope).run({
    input: { accountId: req.params.id, actorId: req.auth_context.actor_id },
  })
  res.status(202).json({ account: await retrieveAccount(req, req.params.id) })
})
