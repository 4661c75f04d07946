import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { verifyCredentials } from "../../../../../workflows/account/verify-credentials"
import { answering } from "../../serializers/failure"
import { serializeVerification } from "../../serializers/verification"
import type { VerifyCredentialsBody } from "../validators"

/** Asks the platform who these credentials belong to, before there is an account; stores nothing. */
export const POST = answering(
  async (req: AuthenticatedMedusaRequest<VerifyCredentialsBody>, res: MedusaResponse): Promise<void> => {
    const { provider_id, credentials } = req.validatedBody
    const { verification, connectedAs } = await verifyCredentials(req.scope, {
      providerId: provider_id,
      credentials,
    })
    res.json({ verification: serializeVerification(verification), connected_as: connectedAs })
  },
)
