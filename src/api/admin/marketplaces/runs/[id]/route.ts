import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../../modules/marketplace"
import { refusal } from "../../../../../workflows/refusals/refusal"
import { answering } from "../../serializers/failure"
import { serializeRuns } from "../../serializers/run"
import { languageOf } from "../../validation/language"

/** An import with its progress, counted as it goes. */
export const GET = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const { id } = req.params
  const [run] = await marketplace.listMarketplaceRuns({ id })
  if (!run) throw refusal("run_unknown", { id })
  const [shown] = await serializeRuns(marketplace, [run], languageOf(req))
  res.json({ run: shown })
})
