import type { MedusaContainer } from "@medusajs/framework/types"
import type { Verification } from "../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { requireConnector } from "./require-connector"
import { checkedCredentials } from "./rules/checked-credentials"
import { accountOfSeller } from "./seller-account"
import { forgetCandidate, verifyCandidate } from "./verify-candidate"

export type VerifiedSeller = {
  verification: Verification
  /** The account by which this seller is connected already. */
  connectedAs: { id: string; name: string } | null
}

/**
 * Tests typed credentials before there is an account. Nothing is left behind, so that credentials which the platform changes
 * at every use (none of ours does) would have to be typed in anew afterwards.
 * @throws RefusalError that names the field; ConnectorError when the platform refuses.
 */
export async function verifyCredentials(
  container: MedusaContainer,
  input: { providerId: string; credentials: Record<string, unknown> },
): Promise<VerifiedSeller> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const connector = requireConnector(marketplace, input.providerId)
  const { accountId, verification } = await verifyCandidate(container, {
    providerId: input.providerId,
    name: connector.describe().name,
    credentials: checkedCredentials(connector, input.credentials),
  })
  await forgetCandidate(container, accountId)
  const account = await accountOfSeller(marketplace, input.providerId, verification.externalId)
  return { verification, connectedAs: account ? { id: account.id, name: account.name } : null }
}
