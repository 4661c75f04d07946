import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { accountSettingsSchema } from "../../../modules/marketplace/settings"
import { writerState } from "../../../modules/marketplace/writers"
import { ruleAccount, type StoredAccount } from "../../account/load-account"
import { loadLocations } from "../../import/load-context"
import type { RuleAccount } from "../../import/rules/context"
import { stockLocationsOf } from "./rules/locations"
import type { AccountPlaces } from "./rules/places"

/** An account as stock is offered by it. */
export type StockAccount = {
  id: string
  settings: RuleAccount["settings"]
  /** Where what it sells is taken from. */
  locationIds: string[]
  /** Which of the platform's locations those are; null where the platform knows none. */
  places: AccountPlaces | null
}

type Given = Pick<StoredAccount, "row" | "sites" | "settings" | "marketplace">

const placesOfAccount = ({ row, settings, marketplace }: Given): AccountPlaces | null =>
  marketplace.connector(row.provider_id)?.locations
    ? { map: settings.location_map, defaultLocation: row.default_location }
    : null

/** The same with the platform's default location as it is known now: reading levels may have asked for it. */
export const withDefaultOf = (
  stock: StockAccount,
  { default_location }: Pick<StoredAccount["row"], "default_location">,
): StockAccount => ({
  ...stock,
  places: stock.places && { ...stock.places, defaultLocation: default_location },
})

/** The accounts' locations, by two queries whatever their number. */
export async function stockAccountsOf(
  container: MedusaContainer,
  accounts: Given[],
): Promise<StockAccount[]> {
  if (!accounts.length) return []
  const [locationsByChannel, [store]] = await Promise.all([
    loadLocations(container),
    container.resolve(Modules.STORE).listStores({}, { select: ["id", "default_sales_channel_id"], take: 1 }),
  ])
  const facts = { locationsByChannel, defaultSalesChannelId: store?.default_sales_channel_id ?? null }
  return accounts.map((account) => {
    const places = placesOfAccount(account)
    const mapped = places?.map.map(({ location_id }) => location_id)
    return {
      id: account.row.id,
      settings: account.settings,
      locationIds: stockLocationsOf(ruleAccount(account), { ...facts, mapped }),
      places,
    }
  })
}

/**
 * The accounts whose stock is written from this installation: the platform takes stock, and a person has switched its writer on.
 * For others nothing is owed; switching the writer on owes all their listings.
 */
export async function loadWritingAccounts(container: MedusaContainer): Promise<StockAccount[]> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const providers = marketplace.connectorIds().filter((id) => marketplace.connector(id)?.stock)
  if (!providers.length) return []
  const rows = await marketplace.listMarketplaceAccounts({ provider_id: providers })
  const written = rows.filter(({ writers }) => writers.stock !== undefined)
  if (!written.length) return []
  const installation = await marketplace.installation()
  const writing = written.filter(({ writers }) => writerState(writers, "stock", installation) === "on")
  const sites = await marketplace.listMarketplaceSites({ account_id: writing.map(({ id }) => id) })
  return stockAccountsOf(
    container,
    writing.map((row) => ({
      row,
      sites: sites.filter(({ account_id }) => account_id === row.id),
      settings: accountSettingsSchema.parse(row.settings),
      marketplace,
    })),
  )
}
