import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { INTERACTIVE_WAIT_MS } from "../../../../../../../workflows/account/open-connection"
import { compareStock } from "../../../../../../../workflows/dispatch/stock/compare-stock"
import { requireStock } from "../../../../../../../workflows/dispatch/stock/require-stock-writer"
import { answering } from "../../../../serializers/failure"

/** How long a person waits; what is left is compared by the schedule. */
const PERSON_MS = 15_000

/** Reads what the platform shows now. A comparison that is under way already is not begun twice. */
export const POST = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  await requireStock(req.scope, req.params.id)
  const compared = await compareStock(req.scope, {
    accountId: req.params.id,
    now: true,
    deadlineMs: PERSON_MS,
    maxWaitMs: INTERACTIVE_WAIT_MS,
  })
  res.json({ compared: compared?.compared ?? 0, drifted: compared?.drifted ?? 0 })
})
