import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../../modules/marketplace"
import { serializeRuns } from "../../serializers/run"
import { languageOf } from "../../validation/language"

/** An import with its progress, counted as it goes. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const run = await marketplace.retrieveMarketplaceRun(req.params.id)
  const [shown] = await serializeRuns(marketplace, [run], languageOf(req))
  res.json({ run: shown })
}
