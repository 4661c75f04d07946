import type { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import type { HeldAuthorization } from "../../modules/marketplace/store/held-authorizations"

/**
 * Keeps a consent that nobody began here: a merchant may install the app from the platform's own store. It is connected only when
 * the admin whose browser brought it confirms, since anybody could send them such a link. Gives nothing where the consent was begun
 * here, or the platform has no such way.
 */
export async function holdAuthorization(
  container: MedusaContainer,
  consent: { providerId: string; query: Record<string, string>; actorId: string },
): Promise<HeldAuthorization | undefined> {
  const { providerId, query, actorId } = consent
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const connector = marketplace.connector(providerId)
  if (query.state || query.error || !connector?.authorization?.mayBeginAtPlatform) return undefined
  return marketplace.holdAuthorization({ providerId, name: connector.describe().name, query }, actorId)
}
