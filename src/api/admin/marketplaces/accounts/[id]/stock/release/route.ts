import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { releaseMarketplaceStockWorkflow } from "../../../../../../../workflows/dispatch/stock/release-stock"
import { answering } from "../../../../serializers/failure"

/** A person has looked at what the safety stop holds, and lets it through. */
export const POST = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const { result } = await releaseMarketplaceStockWorkflow(req.scope).run({
    input: { accountId: req.params.id, actorId: req.auth_context.actor_id },
  })
  res.status(202).json(result)
})
