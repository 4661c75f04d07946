import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { completeMarketplaceAuthorizationWorkflow } from "../../../../../../workflows/account/complete-authorization"
import { reasonOf } from "../../../../../../workflows/import/batch"
import type { CallbackQuery } from "../../../accounts/validators"
import { answering } from "../../../serializers/failure"
import { retrieveAccount } from "../../../serializers/retrieve-account"
import { callbackFailureOf } from "../../callback-failures"
import { callbackUrl, marketplacesPage } from "../../callback-url"

type CallbackRequest = AuthenticatedMedusaRequest<unknown, CallbackQuery>

async function complete(req: CallbackRequest): Promise<string> {
  const { provider } = req.params
  const { result } = await completeMarketplaceAuthorizationWorkflow(req.scope).run({
    input: {
      providerId: provider,
      query: req.validatedQuery,
      redirectUri: callbackUrl(req, provider),
      actorId: req.auth_context.actor_id,
    },
  })
  return result.id
}

/** A person came back from the platform: the admin's page tells how it went, also when it went wrong. */
async function sendToTheAdmin(req: CallbackRequest, res: MedusaResponse): Promise<void> {
  const page = marketplacesPage(req)
  try {
    res.redirect(302, `${page}?connected=${encodeURIComponent(await complete(req))}`)
  } catch (thrown) {
    const failed = callbackFailureOf(thrown)
    if (failed === "unexpected") {
      const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
      logger.error(`[marketplaces] A consent could not be completed: ${reasonOf(thrown)}`)
    }
    res.redirect(302, `${page}?failed=${failed}`)
  }
}

/** Completes a consent for the admin who began it. Its query holds a code, so no page after it may be told of it. */
export const GET = answering(async (req: CallbackRequest, res: MedusaResponse): Promise<void> => {
  res.set({ "Referrer-Policy": "no-referrer", "Cache-Control": "no-store" })
  // The log of requests is written at the end, from this.
  req.originalUrl = req.path
  if (req.accepts(["json", "html"]) === "html") return sendToTheAdmin(req, res)
  res.json({ account: await retrieveAccount(req, await complete(req)) })
})
