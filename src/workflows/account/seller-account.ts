import type { MarketplaceModuleService } from "../../modules/marketplace"
import type { AccountRow } from "./load-account"

/** The account by which a seller is connected: of several, the one that stands for all of its marketplaces. */
export async function accountOfSeller(
  marketplace: MarketplaceModuleService,
  providerId: string,
  externalId: string,
): Promise<AccountRow | undefined> {
  const accounts = await marketplace.listMarketplaceAccounts({
    provider_id: providerId,
    external_id: externalId,
  })
  return accounts.find((account) => account.marketplace_set === "") ?? accounts[0]
}
