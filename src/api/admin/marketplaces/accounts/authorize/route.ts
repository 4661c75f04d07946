import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { beginMarketplaceAuthorizationWorkflow } from "../../../../../workflows/account/begin-authorization"
import { callbackUrl } from "../../authorize/callback-url"
import { answering } from "../../serializers/failure"
import type { AuthorizeBody } from "../validators"

/** Begins a consent; the browser goes to `url`. */
export const POST = answering(
  async (req: AuthenticatedMedusaRequest<AuthorizeBody>, res: MedusaResponse): Promise<void> => {
    const body = req.validatedBody
    const { result } = await beginMarketplaceAuthorizationWorkflow(req.scope).run({
      input: {
        providerId: body.provider_id,
        name: body.name,
        choice: body.choice,
        accountId: body.account_id,
        settings: body.settings,
        redirectUri: callbackUrl(req, body.provider_id),
        actorId: req.auth_context.actor_id,
      },
    })
    res.json({ url: result.url })
  },
)
