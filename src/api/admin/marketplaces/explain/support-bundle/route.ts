import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answering } from "../../serializers/failure"
import { sendBundle } from "../send-bundle"
import type { SupportBundleQuery } from "../validators"

/** What is known of any order number of an account, as a file for whoever looks into it. */
export const GET = answering(
  async (
    req: AuthenticatedMedusaRequest<unknown, SupportBundleQuery>,
    res: MedusaResponse,
  ): Promise<void> => {
    const { account_id: accountId, reference } = req.validatedQuery
    await sendBundle(req, res, { accountId, reference })
  },
)
