import type { InferTypeOf, MedusaContainer } from "@medusajs/framework/types"
import type { Connector } from "../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import type MarketplaceAccount from "../../modules/marketplace/models/marketplace-account"
import type MarketplaceSite from "../../modules/marketplace/models/marketplace-site"
import { accountSettingsSchema, type AccountSettings } from "../../modules/marketplace/settings"
import type { RuleAccount } from "../import/rules/context"
import { refusal } from "../refusals/refusal"
import { ConnectorMissing } from "./connector-missing"

export type AccountRow = InferTypeOf<typeof MarketplaceAccount>
export type SiteRow = InferTypeOf<typeof MarketplaceSite>

/** An account with what belongs to it. */
export type StoredAccount = {
  row: AccountRow
  sites: SiteRow[]
  settings: AccountSettings
  marketplace: MarketplaceModuleService
}

/** An account as workflows use it. */
export type LoadedAccount = StoredAccount & { connector: Connector }

/**
 * Loads an account with its sites, also where its connector is gone.
 * @throws RefusalError when there is no such account.
 */
export async function loadStoredAccount(
  container: MedusaContainer,
  accountId: string,
): Promise<StoredAccount> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const [[row], sites] = await Promise.all([
    marketplace.listMarketplaceAccounts({ id: accountId }),
    marketplace.listMarketplaceSites({ account_id: accountId }),
  ])
  if (!row) throw refusal("account_unknown", { id: accountId })
  return { row, sites, settings: accountSettingsSchema.parse(row.settings), marketplace }
}

/**
 * Loads an account with its sites and its connector.
 * @throws RefusalError when there is no such account; ConnectorMissing when the host no longer configures its connector.
 */
export async function loadAccount(container: MedusaContainer, accountId: string): Promise<LoadedAccount> {
  const account = await loadStoredAccount(container, accountId)
  const connector = account.marketplace.connector(account.row.provider_id)
  if (!connector) throw new ConnectorMissing(account.row)
  return { ...account, connector }
}

/** The account as the rules see it; without its connector, orders count from when they were placed. */
export function ruleAccount(
  account: Pick<StoredAccount, "row" | "sites" | "settings"> & { connector?: Connector },
): RuleAccount {
  return {
    id: account.row.id,
    orderPrefix: account.row.order_prefix,
    activatedAt: new Date(account.row.activated_at),
    countsFrom: account.connector?.orders?.countsFrom ?? "placed",
    settings: account.settings,
    sites: account.sites.map((site) => ({
      externalId: site.external_id,
      enabled: site.enabled,
      country: site.country,
      salesChannelId: site.sales_channel_id,
      regionId: site.region_id,
      stockLocationId: site.stock_location_id,
      platformLocationId: site.platform_location_id,
      team: site.team,
    })),
  }
}

/** What imported orders are called in Medusa. */
export const displayIdOf = (orderPrefix: string, reference: string): string => `${orderPrefix}-${reference}`
