import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { createMarketplaceProductWorkflow } from "../../../../../../workflows/mapping/create-product"
import { retrieveMapping } from "../../retrieve-mappings"
import { answering } from "../../../serializers/failure"

/** Makes a product, as a draft, of a listing that has none; orders that waited for it are decided again. */
export const POST = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const { result } = await createMarketplaceProductWorkflow(req.scope).run({
    input: { mappingId: req.params.id, actorId: req.auth_context.actor_id },
  })
  const mapping = await retrieveMapping(req.scope, result.id)
  res.json({ mapping, orders_due: result.due.ids.length })
})
