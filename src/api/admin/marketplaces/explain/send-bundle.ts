import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { supportBundle } from "../../../../workflows/support/support-bundle"

/** Answers with a support bundle, as a file that a browser saves. */
export async function sendBundle(
  req: MedusaRequest,
  res: MedusaResponse,
  order: { accountId: string; reference: string },
): Promise<void> {
  const bundle = await supportBundle(req.scope, order)
  const name = bundle.reference.replace(/[^\w.-]/g, "_")
  res.set("Content-Disposition", `attachment; filename="support-${name}.json"`)
  res.json(bundle)
}
