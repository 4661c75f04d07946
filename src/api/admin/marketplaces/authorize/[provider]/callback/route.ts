import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { completeMarketplaceAuthorizationWorkflow } from "../../../../../../workflows/account/complete-authorization"
import { holdAuthorization } from "../../../../../../workflows/account/hold-authorization"
import { reasonOf } from "../../../../../../workflows/import/batch"
import type { CallbackQuery } from "../../../accounts/validators"
import { answering } from "../../../serializers/failure"
import { retrieveAccount } from "../../../serializers/retrieve-account"
import { callbackFailureOf } from "../../callback-failures"
import { callbackUrl, marketplacesPage, originOf } from "../../callback-url"
import { isBrowser } from "../../sign-in"

type CallbackRequest = AuthenticatedMedusaRequest<unknown, CallbackQuery>

/** Signing in is asked for by `callbackSignInRoutes`, which sends a person's browser to the admin instead of turning it away. */
export const AUTHENTICATE = false

/** A consent that began at the platform is kept until it is confirmed; every other one is completed. */
async function take(req: CallbackRequest) {
  const { provider } = req.params
  const query = req.validatedQuery
  const actorId = req.auth_context.actor_id
  const held = await holdAuthorization(req.scope, { providerId: provider, query, actorId })
  if (held) return { held }
  const { result } = await completeMarketplaceAuthorizationWorkflow(req.scope).run({
    input: {
      providerId: provider,
      consent: { query },
      redirectUri: callbackUrl(req, provider),
      origin: originOf(req),
      actorId,
    },
  })
  return { connected: result.id }
}

/** A person came back from the platform: the admin's page tells how it went, also when it went wrong. */
async function sendToTheAdmin(req: CallbackRequest, res: MedusaResponse): Promise<void> {
  try {
    const { held, connected } = await take(req)
    res.redirect(302, marketplacesPage(req, held ? { confirm: held.id } : { connected }))
  } catch (thrown) {
    const failed = callbackFailureOf(thrown)
    if (failed === "unexpected") {
      const logger = req.scope.resolve(ContainerRegistrationKeys.LOGGER)
      logger.error(`[marketplaces] A consent could not be completed: ${reasonOf(thrown)}`)
    }
    res.redirect(302, marketplacesPage(req, { failed, provider: req.params.provider }))
  }
}

/** Takes a consent of the admin who began it, or keeps one that began at the platform. */
export const GET = answering(async (req: CallbackRequest, res: MedusaResponse): Promise<void> => {
  if (isBrowser(req)) return sendToTheAdmin(req, res)
  const { held, connected } = await take(req)
  res.json(held ? { held } : { account: await retrieveAccount(req, connected) })
})
