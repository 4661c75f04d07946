import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { exportSubject } from "../../../../../../workflows/privacy/export-subject"
import { answering } from "../../../serializers/failure"

/** Everything that is held of the buyer who asks, as a file to hand over. It is personal data: it is not kept anywhere. */
export const GET = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const held = await exportSubject(req.scope, req.params.id)
  res.set("Cache-Control", "no-store")
  res.set("Content-Disposition", `attachment; filename="personal-data-${held.request}.json"`)
  res.json(held)
})
