import type { Capability } from "../../../connector"
import type { ReadResource } from "../../../modules/marketplace/resources"
import type { AccountSettings } from "../../../modules/marketplace/settings"
import type { RuleSite } from "../../import/rules/context"
import { homeMarketplaces } from "../../platform-stock/rules/home-marketplaces"

type ReadAccount = {
  capabilities: Capability[]
  settings: Pick<AccountSettings, "platform_location_id">
  sites: Pick<RuleSite, "externalId" | "enabled" | "platformLocationId">[]
}

/** What there is to read of an account: the listings of each enabled marketplace, the stock of each platform location. */
export function readableOf({ capabilities, settings, sites }: ReadAccount): ReadResource[] {
  const listings = sites
    .filter(({ enabled }) => enabled)
    .map(({ externalId }): ReadResource => ({ kind: "listings", marketplace: externalId }))
  const stock = homeMarketplaces(sites, settings.platform_location_id).map(
    ({ locationId }): ReadResource => ({ kind: "inventory", locationId }),
  )
  return [...listings, ...stock].filter(({ kind }) => capabilities.includes(kind))
}

/** What of it the account's settings want read by schedule. */
export function wantedReadings(
  account: ReadAccount & {
    settings: Pick<AccountSettings, "read_listings" | "read_platform_stock">
  },
): ReadResource[] {
  const wanted = {
    listings: account.settings.read_listings,
    inventory: account.settings.read_platform_stock,
  }
  return readableOf(account).filter(({ kind }) => wanted[kind])
}
