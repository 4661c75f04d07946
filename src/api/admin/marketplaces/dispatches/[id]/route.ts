import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answering } from "../../serializers/failure"
import { retrieveDispatch } from "../retrieve-dispatch"

export const GET = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  res.json({ dispatch: await retrieveDispatch(req, req.params.id) })
})
