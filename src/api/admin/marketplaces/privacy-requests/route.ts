import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../modules/marketplace"
import { answering } from "../serializers/failure"
import { serializePrivacyRequest } from "../serializers/privacy-request"
import type { ListPrivacyRequestsQuery } from "./validators"

/** What platforms asked for under the law on personal data, and what was removed because its time was over; the newest first. */
export const GET = answering(
  async (
    req: AuthenticatedMedusaRequest<unknown, ListPrivacyRequestsQuery>,
    res: MedusaResponse,
  ): Promise<void> => {
    const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const { account_id, kind, state, limit, offset } = req.validatedQuery
    const [rows, count] = await marketplace.listAndCountPrivacyRequests(
      { ...(account_id ? { account_id } : {}), ...(kind ? { kind } : {}), ...(state ? { state } : {}) },
      { take: limit, skip: offset, order: { requested_at: "DESC", id: "DESC" } },
    )
    res.json({ privacy_requests: rows.map(serializePrivacyRequest), count, limit, offset })
  },
)
