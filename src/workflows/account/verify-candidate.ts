import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, generateEntityId } from "@medusajs/framework/utils"
import type { Verification } from "../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { INTERACTIVE_WAIT_MS, openConnection } from "./open-connection"
import { requireConnector } from "./require-connector"

/** Credentials that the platform accepted. Sealed for the account of that id: it travels between workflow steps. */
export type VerifiedCredentials = {
  accountId: string
  sealedCredentials: string
  verification: Verification
}

export const newAccountId = (): string => generateEntityId(undefined, "mpacc")

/**
 * Asks the platform who these credentials belong to, before anything is stored. Of an account that does not exist yet
 * nothing is left behind but the calls it spent, and those only when it is going to be stored.
 * @throws ConnectorError when the platform refuses or does not answer.
 */
export async function verifyCandidate(
  container: MedusaContainer,
  candidate: { accountId?: string; providerId: string; name: string; credentials: Record<string, unknown> },
): Promise<VerifiedCredentials> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const accountId = candidate.accountId ?? newAccountId()
  const row = {
    id: accountId,
    name: candidate.name,
    provider_id: candidate.providerId,
    sealed_credentials: marketplace.sealCredentials(accountId, candidate.credentials),
  }
  const connector = requireConnector(marketplace, candidate.providerId)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const connection = openConnection(
    { row, sites: [], connector, marketplace },
    { maxWaitMs: INTERACTIVE_WAIT_MS, logger },
  )
  try {
    const verification = await connector.verify({
      ...connection,
      // There may be no row to store a rotated token in: it is kept with what is going to be stored.
      saveCredentials: async (changed) => {
        row.sealed_credentials = marketplace.sealCredentials(accountId, changed)
      },
    })
    return { accountId, sealedCredentials: row.sealed_credentials, verification }
  } catch (thrown) {
    if (!candidate.accountId) await forgetCandidate(container, accountId)
    throw thrown
  }
}

/** Takes away the budget of an account that was not stored after all. */
export async function forgetCandidate(container: MedusaContainer, accountId: string): Promise<void> {
  await container
    .resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    .deleteQuotas({ account_id: accountId })
}
