import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../../../modules/marketplace"
import { refusal } from "../../../../../../workflows/refusals/refusal"
import { answering } from "../../../serializers/failure"
import { retrieveHeld } from "./retrieve-held"

export const GET = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  res.json({ held: await retrieveHeld(req) })
})

/** Throws it away: nothing is connected. */
export const DELETE = answering(
  async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
    const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const { id } = req.params
    const gone = await marketplace.discardHeldAuthorization(id, req.auth_context.actor_id)
    if (!gone) throw refusal("held_authorization_unknown", {})
    res.json({ id, object: "held_authorization", deleted: true })
  },
)
