import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { actOnMarketplaceOrdersWorkflow } from "../../../../../workflows/inbox/act-on-orders"
import { answering } from "../../serializers/failure"
import { leftOutOf, type BatchOrdersBody } from "../validators"

/** One action on many orders: those whose state allows it are done, the others are told. */
export const POST = answering(
  async (req: AuthenticatedMedusaRequest<BatchOrdersBody>, res: MedusaResponse): Promise<void> => {
    const { action, ids, reason, note } = req.validatedBody
    const { result } = await actOnMarketplaceOrdersWorkflow(req.scope).run({
      input: { ids, action, actorId: req.auth_context.actor_id, leftOut: leftOutOf({ reason, note }) },
    })
    res.json({ done: result.done, refused: result.refused })
  },
)
