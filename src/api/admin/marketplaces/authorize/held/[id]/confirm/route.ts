import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { completeMarketplaceAuthorizationWorkflow } from "../../../../../../../workflows/account/complete-authorization"
import type { ConfirmHeldBody } from "../../../../accounts/validators"
import { answering } from "../../../../serializers/failure"
import { retrieveAccount } from "../../../../serializers/retrieve-account"
import { callbackUrl, originOf } from "../../../callback-url"
import { retrieveHeld } from "../retrieve-held"

/** Connects what began at the platform, now that the admin whose browser brought it says so. */
export const POST = answering(
  async (req: AuthenticatedMedusaRequest<ConfirmHeldBody>, res: MedusaResponse): Promise<void> => {
    const held = await retrieveHeld(req)
    const { result } = await completeMarketplaceAuthorizationWorkflow(req.scope).run({
      input: {
        providerId: held.provider_id,
        consent: { heldId: held.id, ...req.validatedBody },
        redirectUri: callbackUrl(req, held.provider_id),
        origin: originOf(req),
        actorId: req.auth_context.actor_id,
      },
    })
    res.json({ account: await retrieveAccount(req, result.id) })
  },
)
