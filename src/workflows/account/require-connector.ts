import { MedusaError } from "@medusajs/framework/utils"
import type { Connector } from "../../connector"
import type { MarketplaceModuleService } from "../../modules/marketplace"

/** @throws MedusaError invalid_data when the host configures no such connector. */
export function requireConnector(marketplace: MarketplaceModuleService, providerId: string): Connector {
  const connector = marketplace.connector(providerId)
  if (connector) return connector
  const known = marketplace.connectorIds().join(", ") || "none"
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    `Invalid request: Field 'provider_id': there is no connector "${providerId}" (configured: ${known})`,
  )
}
