import type { Connector } from "../../connector"
import type { MarketplaceModuleService } from "../../modules/marketplace"
import { invalidField } from "../refusals/refusal"

/** @throws RefusalError when the host configures no such connector. */
export function requireConnector(marketplace: MarketplaceModuleService, providerId: string): Connector {
  const connector = marketplace.connector(providerId)
  if (connector) return connector
  const known = marketplace.connectorIds().join(", ") || "–"
  throw invalidField("provider_id", "connector_unknown", { id: providerId, known })
}
