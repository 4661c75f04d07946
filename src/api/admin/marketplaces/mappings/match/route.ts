import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { matchMarketplaceListingsWorkflow } from "../../../../../workflows/mapping/match-mappings"
import { answering } from "../../serializers/failure"
import type { MatchMappingsBody } from "../validators"

/** Maps an account's unmapped listings by exact SKU. */
export const POST = answering(
  async (req: AuthenticatedMedusaRequest<MatchMappingsBody>, res: MedusaResponse): Promise<void> => {
    const { result } = await matchMarketplaceListingsWorkflow(req.scope).run({
      input: { accountId: req.validatedBody.account_id, actorId: req.auth_context.actor_id },
    })
    res.json({ matched: result.matched, unmatched: result.unmatched, orders_due: result.due.ids.length })
  },
)
