import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { requestListings } from "../../../../../../../workflows/reading/request-readings"
import { answering } from "../../../../serializers/failure"

/** Asks for the account's listings to be read now; the account's cursors tell how it goes. */
export const POST = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const asked = await requestListings(req.scope, {
    accountId: req.params.id,
    actorId: req.auth_context.actor_id,
  })
  res.status(asked.state === "reading" ? 202 : 200).json(asked)
})
