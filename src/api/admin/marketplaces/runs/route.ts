import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../modules/marketplace"
import { answering } from "../serializers/failure"
import { serializeRuns } from "../serializers/run"
import { languageOf } from "../validation/language"
import type { ListRunsQuery } from "./validators"

/** Imports, the newest first. */
export const GET = answering(
  async (req: AuthenticatedMedusaRequest<unknown, ListRunsQuery>, res: MedusaResponse): Promise<void> => {
    const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const { account_id, state, limit, offset } = req.validatedQuery
    const [rows, count] = await marketplace.listAndCountMarketplaceRuns(
      { ...(account_id ? { account_id } : {}), ...(state ? { state } : {}) },
      { take: limit, skip: offset, order: { created_at: "DESC", id: "DESC" } },
    )
    const runs = await serializeRuns(marketplace, rows, languageOf(req))
    res.json({ runs, count, limit, offset })
  },
)
