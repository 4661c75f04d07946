import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerPrivacyRequestWorkflow } from "../../../../../../workflows/privacy/answer-request"
import { answering } from "../../../serializers/failure"
import { serializePrivacyRequest } from "../../../serializers/privacy-request"

/** The answer was handed over: whom it was about is forgotten. */
export const POST = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const { result } = await answerPrivacyRequestWorkflow(req.scope).run({
    input: { id: req.params.id, actorId: req.auth_context.actor_id },
  })
  res.json({ privacy_request: serializePrivacyRequest(result) })
})
