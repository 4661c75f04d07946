import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { connectorFailureOf } from "../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { loadAccount } from "../account/load-account"
import { FORGOTTEN_CREDENTIALS, JOB_WAIT_MS, openConnection } from "../account/open-connection"
import { hasLeft } from "./rules/has-left"

async function liveAccounts(container: MedusaContainer, accountIds: string[]) {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const rows = accountIds.length
    ? await marketplace.listMarketplaceAccounts(
        { id: accountIds },
        { select: ["id"], take: accountIds.length },
      )
    : []
  return Promise.all(rows.map(({ id }) => loadAccount(container, id)))
}

/**
 * True when the store was connected again since it left: the platform still accepts one of its accounts, so that its wish to be
 * forgotten is overtaken.
 * @throws ConnectorError when the platform cannot tell now.
 */
export async function isConnectedAgain(
  container: MedusaContainer,
  accountIds: string[],
  requestedAt: Date,
): Promise<boolean> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const account of await liveAccounts(container, accountIds)) {
    if (account.row.state === "needs_reauthorization") continue
    try {
      await account.connector.verify(openConnection(account, { maxWaitMs: JOB_WAIT_MS, logger }))
      return true
    } catch (thrown) {
      const failure = connectorFailureOf(thrown)
      if (!failure || !hasLeft(failure.kind, { requestedAt, now: new Date() })) throw thrown
    }
  }
  return false
}

/** Forgets the credentials of a store that left; its mappings and cursors, which tell of products only, stay for its return. */
export async function forgetStore(container: MedusaContainer, accountIds: string[]): Promise<void> {
  for (const { row, marketplace } of await liveAccounts(container, accountIds)) {
    await marketplace.updateMarketplaceAccounts({
      id: row.id,
      sealed_credentials: FORGOTTEN_CREDENTIALS,
      state: row.state === "connected" ? "needs_reauthorization" : row.state,
      next_sync_at: null,
    })
  }
}
