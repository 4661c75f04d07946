import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { actOnMarketplaceDispatchesWorkflow } from "../../../../../../workflows/dispatch/act-on-dispatches"
import { refusal } from "../../../../../../workflows/refusals/refusal"
import { answering } from "../../../serializers/failure"
import { retrieveDispatch } from "../../retrieve-dispatch"

/** Sends it now, or looks up now what became of it. */
export const POST = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const { id } = req.params
  const { result } = await actOnMarketplaceDispatchesWorkflow(req.scope).run({
    input: { ids: [id], action: "retry", actorId: req.auth_context.actor_id },
  })
  const [refused] = result.refused
  if (refused?.state) {
    throw refusal(refused.state === "confirmed" ? "dispatch_done" : "dispatch_data_removed", {})
  }
  res.json({ dispatch: await retrieveDispatch(req, id) })
})
