import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { retrieveMapping } from "../retrieve-mappings"
import { answering } from "../../serializers/failure"

export const GET = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  res.json({ mapping: await retrieveMapping(req.scope, req.params.id) })
})
