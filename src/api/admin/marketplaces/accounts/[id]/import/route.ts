import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { requestMarketplaceRunWorkflow } from "../../../../../../workflows/run/request-run"
import type { RunRequest } from "../../../../../../workflows/run/queue-run"
import { answering } from "../../../serializers/failure"
import type { ImportBody } from "../../validators"

/** Queues an import of a period, of some of its orders, or of single orders; `GET /runs/:id` tells how it goes. */
export const POST = answering(
  async (req: AuthenticatedMedusaRequest<ImportBody>, res: MedusaResponse): Promise<void> => {
    const { from, to, references } = req.validatedBody
    const by = { accountId: req.params.id, actorId: req.auth_context.actor_id }
    const input: RunRequest =
      from && to ? { ...by, from, to, references } : { ...by, references: references ?? [] }
    const { result } = await requestMarketplaceRunWorkflow(req.scope).run({ input })
    res.status(202).json({ run_id: result.run_id })
  },
)
