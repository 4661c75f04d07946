import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../../modules/marketplace"
import { countsOf, serializeRun } from "../../serializers/run"
import { languageOf } from "../../validation/language"

/** An import with its progress, counted as it goes. */
export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const run = await marketplace.retrieveMarketplaceRun(req.params.id)
  res.json({ run: serializeRun(run, await countsOf(marketplace, run), languageOf(req)) })
}
