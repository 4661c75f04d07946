import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { retrieveOrder } from "../retrieve-order"
import { answering } from "../../serializers/failure"

export const GET = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  res.json({ order: await retrieveOrder(req, req.params.id) })
})
