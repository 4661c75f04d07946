import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../../../modules/marketplace"
import { refusal } from "../../../../../../workflows/refusals/refusal"

/**
 * A consent that waits for the person who asks; what the platform sent with it is not shown.
 * @throws RefusalError
 */
export async function retrieveHeld(req: AuthenticatedMedusaRequest) {
  const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const held = await marketplace.heldAuthorization(req.params.id, req.auth_context.actor_id)
  if (!held) throw refusal("held_authorization_unknown", {})
  return { id: held.id, provider_id: held.provider_id, expires_at: held.expires_at }
}
