import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { pushMarketplaceStockWorkflow } from "../../../../../../../workflows/dispatch/stock/push-stock"
import { answering } from "../../../../serializers/failure"

/** What differs is owed now, and what was rejected once more; the answer does not wait for the platform. */
export const POST = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const { result } = await pushMarketplaceStockWorkflow(req.scope).run({
    input: { accountId: req.params.id, actorId: req.auth_context.actor_id },
  })
  res.status(202).json(result)
})
