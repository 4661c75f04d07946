import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { retryMarketplaceOrderWorkflow } from "../../../../../../workflows/inbox/retry-order"
import { retrieveOrder } from "../../retrieve-order"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  await retryMarketplaceOrderWorkflow(req.scope).run({
    input: { id: req.params.id, actorId: req.auth_context.actor_id },
  })
  res.json({ order: await retrieveOrder(req, req.params.id) })
}
