import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { actOnMarketplaceDispatchesWorkflow } from "../../../../../workflows/dispatch/act-on-dispatches"
import { answering } from "../../serializers/failure"
import type { BatchDispatchesBody } from "../validators"

/** One action on many dispatches: those whose state allows it are done, the others are told. */
export const POST = answering(
  async (req: AuthenticatedMedusaRequest<BatchDispatchesBody>, res: MedusaResponse): Promise<void> => {
    const { action, ids } = req.validatedBody
    const { result } = await actOnMarketplaceDispatchesWorkflow(req.scope).run({
      input: { ids, action, actorId: req.auth_context.actor_id },
    })
    res.json({ done: result.done, refused: result.refused })
  },
)
