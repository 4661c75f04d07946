import type { Verification } from "../../connector"
import type { MarketplaceModuleService } from "../../modules/marketplace"
import type { LoadedAccount } from "./load-account"
import { refreshSites } from "./rules/refresh-sites"

type Shared = Parameters<Parameters<MarketplaceModuleService["inTransaction"]>[0]>[0]

/**
 * Writes down that the platform accepts the account: its marketplaces are refreshed, its trouble is over, and what was stuck
 * because of it becomes due. A paused account stays paused.
 */
export async function takeVerification(
  account: Pick<LoadedAccount, "row" | "sites" | "settings" | "marketplace">,
  verified: { verification: Verification; sealedCredentials?: string },
  shared: Shared,
): Promise<void> {
  const { row, sites, settings, marketplace } = account
  const { add, change } = refreshSites(sites, verified.verification.marketplaces)
  if (add.length) {
    await marketplace.createMarketplaceSites(
      add.map((site) => ({ ...site, account_id: row.id })),
      shared,
    )
  }
  if (change.length) await marketplace.updateMarketplaceSites(change, shared)
  const wasStuck = row.problem !== null || row.state === "needs_reauthorization"
  const revived = row.state === "needs_reauthorization" ? { state: "connected" as const } : {}
  const due =
    wasStuck && row.state !== "paused" && settings.import_automatically ? { next_sync_at: new Date() } : {}
  await marketplace.updateMarketplaceAccounts(
    {
      id: row.id,
      problem: null,
      ...revived,
      ...due,
      ...(verified.sealedCredentials ? { sealed_credentials: verified.sealedCredentials } : {}),
    },
    shared,
  )
}
