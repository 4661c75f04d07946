import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { switchMarketplaceNoticesWorkflow } from "../../../../../../workflows/notices/switch-notices"
import { answering } from "../../../serializers/failure"
import { retrieveAccount } from "../../../serializers/retrieve-account"
import type { NoticesBody } from "../../validators"

export const POST = answering(
  async (req: AuthenticatedMedusaRequest<NoticesBody>, res: MedusaResponse): Promise<void> => {
    await switchMarketplaceNoticesWorkflow(req.scope).run({
      input: { accountId: req.params.id, on: req.validatedBody.on, actorId: req.auth_context.actor_id },
    })
    res.json({ account: await retrieveAccount(req, req.params.id) })
  },
)
