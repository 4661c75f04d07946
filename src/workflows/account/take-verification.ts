import type { Verification } from "../../connector"
import type { MarketplaceModuleService } from "../../modules/marketplace"
import type { LoadedAccount } from "./load-account"
import { isSuspended, standOf } from "./rules/is-suspended"
import { profileOf } from "./rules/profile"
import { refreshSites } from "./rules/refresh-sites"

type Shared = Parameters<Parameters<MarketplaceModuleService["inTransaction"]>[0]>[0]

/**
 * Writes down that the platform accepts the account: its marketplaces are refreshed, its trouble is over, and what was stuck
 * because of it becomes due. An account that a person paused stays paused.
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
  const isRevived = row.state === "needs_reauthorization" || isSuspended(standOf(row))
  const isOn = isRevived || row.state === "connected"
  const wasStuck = row.problem !== null || isRevived
  const due = wasStuck && isOn && settings.import_automatically ? { next_sync_at: new Date() } : {}
  await marketplace.updateMarketplaceAccounts(
    {
      id: row.id,
      problem: null,
      profile: profileOf(verified.verification),
      check_due_at: null,
      ...(isRevived ? { state: "connected" as const } : {}),
      ...due,
      ...(verified.sealedCredentials ? { sealed_credentials: verified.sealedCredentials } : {}),
    },
    shared,
  )
}
