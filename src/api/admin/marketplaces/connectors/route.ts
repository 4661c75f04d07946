import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../modules/marketplace"
import { answering } from "../serializers/failure"
import { serializeConnector } from "../serializers/connector"
import { languageOf } from "../validation/language"

/** The connectors that the host configured. */
export const GET = answering(async (req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> => {
  const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const connectors = marketplace.connectorIds().flatMap((id) => {
    const connector = marketplace.connector(id)
    return connector ? [serializeConnector(id, connector, languageOf(req))] : []
  })
  res.json({ connectors })
})
