import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readPlatformStock } from "../../../../../../../workflows/reading/request-readings"
import { answering } from "../../../../serializers/failure"

/** Brings the levels of the account's platform locations to the platform's count, now. */
export const POST = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const read = await readPlatformStock(req.scope, {
    accountId: req.params.id,
    actorId: req.auth_context.actor_id,
  })
  res.json(read)
})
