import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { moveMarketplaceCursorWorkflow } from "../../../../../../workflows/account/move-cursor"
import { answering } from "../../../serializers/failure"
import { retrieveAccount } from "../../../serializers/retrieve-account"
import type { CursorBody } from "../../validators"

export const POST = answering(
  async (req: AuthenticatedMedusaRequest<CursorBody>, res: MedusaResponse): Promise<void> => {
    await moveMarketplaceCursorWorkflow(req.scope).run({
      input: { accountId: req.params.id, ...req.validatedBody, actorId: req.auth_context.actor_id },
    })
    res.json({ account: await retrieveAccount(req, req.params.id) })
  },
)
