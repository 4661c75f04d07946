import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { problem } from "../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { By, OwedDispatch } from "../../../modules/marketplace/store/dispatches/owe"
import type { StockListing } from "../../../modules/marketplace/store/stock/listings"
import type { StockChange } from "./events"
import { levelRowOf } from "./level-row"
import { listingNeedsLocations, loadOffers } from "./load-offers"
import type { Offer } from "./rules/offered"
import { owesLevel } from "./rules/owes"
import { loadWritingAccounts, type StockAccount } from "./stock-accounts"

/** How many levels came to be owed, and of which accounts. */
export type OwedStock = { owed: number; accountIds: string[] }

const each = (ids: string[]): string[] => [...new Set(ids)]

/** The variants that some inventory items are part of, by a query or two. */
async function variantsOf(container: MedusaContainer, change: StockChange): Promise<string[]> {
  const levelIds = each(change.inventory_level_ids ?? [])
  // A level that has just been deleted says what was there.
  const levels = levelIds.length
    ? await container
        .resolve(Modules.INVENTORY)
        .listInventoryLevels({ id: levelIds }, { select: ["inventory_item_id"], withDeleted: true })
    : []
  const items = each([
    ...(change.inventory_item_ids ?? []),
    ...levels.map(({ inventory_item_id }) => inventory_item_id),
  ])
  if (!items.length) return change.variant_ids ?? []
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "inventory_item",
    fields: ["id", "variants.id"],
    filters: { id: items },
  })
  const found = data as { variants?: ({ id: string } | null)[] }[]
  const variantIds = found.flatMap(({ variants }) => (variants ?? []).flatMap((one) => one?.id ?? []))
  return each([...(change.variant_ids ?? []), ...variantIds])
}

/** The listings that a change may concern, of all accounts, each once. */
async function listingsOf(
  container: MedusaContainer,
  marketplace: MarketplaceModuleService,
  accounts: StockAccount[],
  change: StockChange,
): Promise<StockListing[]> {
  const ids = accounts.map(({ id }) => id)
  const whole = ids.filter((id) => change.account_ids?.includes(id))
  const named = (change.listings ?? []).filter(({ account_id }) => ids.includes(account_id))
  const variantIds = await variantsOf(container, change)
  const found = await Promise.all([
    marketplace.stockListings({ accountIds: whole }),
    marketplace.stockListings({ accountIds: ids, variantIds }),
    ...named.map(({ account_id, listing_keys }) =>
      marketplace.stockListings({ accountIds: [account_id], listingKeys: listing_keys }),
    ),
  ])
  return [...new Map(found.flat().map((listing) => [listing.mapping_id, listing])).values()]
}

const LOCATION_MISSING = "stock_location_missing"
const LOCATIONS_NOT_MAPPED = "locations_not_mapped"

/** What is owed of a listing now, if anything. */
function owedOf(
  stock: StockAccount | undefined,
  listing: StockListing,
  offer: Offer,
  again: boolean,
  now: Date,
): OwedDispatch | undefined {
  const owed = { account_id: listing.account_id, kind: "stock", subject: listing.listing_key } as const
  if (offer.quantity === null) {
    const told = listing.dispatch?.problem_code === LOCATION_MISSING
    // Nobody would learn of it otherwise: without a location no level is ever computed.
    return offer.why === "no_location" && !told ? { ...owed, problem: problem(LOCATION_MISSING) } : undefined
  }
  // Told already, and nothing has changed about it: another level would only be told the same.
  const asked = listing.dispatch?.problem_code === LOCATIONS_NOT_MAPPED
  if (asked && !again && stock && listingNeedsLocations(stock, listing)) return undefined
  const hindered = again && listing.dispatch !== null && listing.dispatch.problem_code !== null
  return hindered || owesLevel(levelRowOf(listing, now), offer) ? owed : undefined
}

/**
 * Owes the levels that a change made others than the platform has, in all accounts whose stock is written: a handful of queries
 * whatever the number of listings. `again`: a person asks for it, so that what was rejected or put off is tried anew. The
 * dispatcher is told by the caller.
 */
export async function oweStock(
  container: MedusaContainer,
  change: StockChange,
  { by, again = false }: { by?: By; again?: boolean } = {},
): Promise<OwedStock> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const accounts = await loadWritingAccounts(container)
  if (!accounts.length) return { owed: 0, accountIds: [] }
  const listings = await listingsOf(container, marketplace, accounts, change)
  if (!listings.length) return { owed: 0, accountIds: [] }
  const offers = await loadOffers(container, accounts, listings)
  const byId = new Map(accounts.map((account) => [account.id, account]))
  const now = new Date()
  const owed = await marketplace.oweDispatches(
    listings.flatMap((listing) => {
      const offer = offers.get(listing.mapping_id)
      return offer ? (owedOf(byId.get(listing.account_id), listing, offer, again, now) ?? []) : []
    }),
    by,
  )
  return { owed: owed.length, accountIds: each(owed.map(({ account_id }) => account_id)) }
}
