import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { acceptMarketplaceProposalsWorkflow } from "../../../../../workflows/mapping/accept-proposals"
import { answering } from "../../serializers/failure"
import type { AcceptProposalsBody } from "../validators"

/** Maps listings to the variants that were proposed for them; what was decided meanwhile is left out. */
export const POST = answering(
  async (req: AuthenticatedMedusaRequest<AcceptProposalsBody>, res: MedusaResponse): Promise<void> => {
    const { result } = await acceptMarketplaceProposalsWorkflow(req.scope).run({
      input: { ids: req.validatedBody.ids, actorId: req.auth_context.actor_id },
    })
    const orders = result.changed.reduce((sum, { orderIds }) => sum + orderIds.length, 0)
    res.json({ accepted: result.accepted, orders_due: orders })
  },
)
