import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { completeMarketplaceAuthorizationWorkflow } from "../../../../../../workflows/account/complete-authorization"
import type { CallbackQuery } from "../../../accounts/validators"
import { askingThePlatform } from "../../../serializers/failure"
import { retrieveAccount } from "../../../serializers/retrieve-account"
import { callbackUrl, marketplacesPage } from "../../callback-url"

/** Completes a consent for the admin who began it. Its query holds a code, so no page after it may be told of it. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, CallbackQuery>,
  res: MedusaResponse,
): Promise<void> => {
  res.set({ "Referrer-Policy": "no-referrer", "Cache-Control": "no-store" })
  // The log of requests is written at the end, from this.
  req.originalUrl = req.path
  const { provider } = req.params
  await askingThePlatform(req, res, async () => {
    const { result } = await completeMarketplaceAuthorizationWorkflow(req.scope).run({
      input: {
        providerId: provider,
        query: req.validatedQuery,
        redirectUri: callbackUrl(req, provider),
        actorId: req.auth_context.actor_id,
      },
    })
    if (req.accepts(["json", "html"]) === "html") {
      res.redirect(302, `${marketplacesPage(req)}?connected=${encodeURIComponent(result.id)}`)
      return
    }
    res.json({ account: await retrieveAccount(req, result.id) })
  })
}
