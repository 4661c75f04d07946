import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { verifyMarketplaceAccountWorkflow } from "../../../../../../workflows/account/verify-account"
import { answering } from "../../../serializers/failure"
import { serializeProblemOrNull } from "../../../serializers/problem"
import { retrieveAccount } from "../../../serializers/retrieve-account"
import { languageOf } from "../../../validation/language"

/** Tests the connection; a failure of the platform is an answer too. */
export const POST = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const { result } = await verifyMarketplaceAccountWorkflow(req.scope).run({
    input: { accountId: req.params.id, actorId: req.auth_context.actor_id },
  })
  res.json({
    account: await retrieveAccount(req, req.params.id),
    problem: serializeProblemOrNull(result.problem, languageOf(req)),
  })
})
