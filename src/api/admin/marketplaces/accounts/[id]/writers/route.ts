import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { switchMarketplaceWriterWorkflow } from "../../../../../../workflows/dispatch/switch-writer"
import { answering } from "../../../serializers/failure"
import { retrieveAccount } from "../../../serializers/retrieve-account"
import type { WriterBody } from "../../validators"

/** Lets this installation write shipments or stock to the account's platform, or stops it. */
export const POST = answering(
  async (req: AuthenticatedMedusaRequest<WriterBody>, res: MedusaResponse): Promise<void> => {
    await switchMarketplaceWriterWorkflow(req.scope).run({
      input: { accountId: req.params.id, ...req.validatedBody, actorId: req.auth_context.actor_id },
    })
    res.json({ account: await retrieveAccount(req, req.params.id) })
  },
)
