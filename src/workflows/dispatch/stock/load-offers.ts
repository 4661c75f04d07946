import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { StockListing } from "../../../modules/marketplace/store/stock/listings"
import { loadAvailable } from "../../import/available-stock"
import { stockKey } from "../../import/rules/context"
import { offeredOf, type ItemStock, type Offer } from "./rules/offered"
import { needsLocations, placesOf, type Place } from "./rules/places"
import type { StockAccount } from "./stock-accounts"

/** Variants whose stock is looked up together. */
const VARIANTS_AT_ONCE = 500

type CountedVariant = {
  id: string
  manage_inventory: boolean
  inventory_items?: ({ inventory_item_id: string; required_quantity: number } | null)[]
}

async function loadVariants(container: MedusaContainer, ids: string[]): Promise<CountedVariant[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_variant",
    fields: [
      "id",
      "manage_inventory",
      "inventory_items.inventory_item_id",
      "inventory_items.required_quantity",
    ],
    filters: { id: ids },
  })
  return data as CountedVariant[]
}

/** The inventory items of some variants. */
const itemsOf = (variants: CountedVariant[]): string[] =>
  variants.flatMap(({ inventory_items }) =>
    (inventory_items ?? []).flatMap((item) => item?.inventory_item_id ?? []),
  )

const toldOf = ({ dispatch }: StockListing): string[] =>
  (dispatch?.levels ?? []).map(({ locationId }) => locationId)

/** The platform's locations that a listing's level is told for. */
export const placesOfListing = ({ places, locationIds }: StockAccount, listing: StockListing): Place[] =>
  placesOf({ account: places, own: locationIds, told: toldOf(listing) })

/** True where a listing's level waits for the merchant to say which of the platform's locations are theirs. */
export const listingNeedsLocations = ({ places }: StockAccount, listing: StockListing): boolean =>
  needsLocations({ account: places, told: toldOf(listing), shown: listing.platform_levels })

/** True where it is not known at which of the platform's locations a listing stands, although its level depends on it. */
export const standsSomewhere = (stock: StockAccount, listing: StockListing): boolean =>
  stock.places !== null &&
  listing.platform_quantity !== null &&
  listing.platform_levels === null &&
  !placesOfListing(stock, listing).length

/**
 * What the store offers of some listings now, by the id of their mapping: two queries for every 500 variants, whatever the
 * number of accounts.
 */
export async function loadOffers(
  container: MedusaContainer,
  accounts: StockAccount[],
  listings: StockListing[],
): Promise<Map<string, Offer>> {
  const byId = new Map(accounts.map((account) => [account.id, account]))
  const locationIds = [...new Set(accounts.flatMap((account) => account.locationIds))]
  const variantIds = [...new Set(listings.map(({ variant_id }) => variant_id))]
  const variants = new Map<string, CountedVariant>()
  const available = new Map<string, number>()
  for (let start = 0; start < variantIds.length; start += VARIANTS_AT_ONCE) {
    const some = await loadVariants(container, variantIds.slice(start, start + VARIANTS_AT_ONCE))
    for (const variant of some) variants.set(variant.id, variant)
    for (const [key, quantity] of await loadAvailable(container, itemsOf(some), locationIds)) {
      available.set(key, quantity)
    }
  }

  const offerOf = (listing: StockListing): Offer => {
    const account = byId.get(listing.account_id)
    if (!account) throw new Error(`Listing ${listing.mapping_id} is of an account that was not asked for`)
    const variant = variants.get(listing.variant_id)
    const itemsAt = (locations: readonly string[]): ItemStock[] =>
      (variant?.inventory_items ?? []).flatMap((item) => {
        if (!item) return []
        const at = (location: string) => available.get(stockKey(item.inventory_item_id, location)) ?? 0
        return [
          {
            required: item.required_quantity,
            available: locations.reduce((sum, location) => sum + at(location), 0),
          },
        ]
      })
    return offeredOf({
      variant: variant && {
        manageInventory: variant.manage_inventory,
        items: itemsAt(account.locationIds),
      },
      unitsPerPackage: listing.units_per_package,
      hasLocation: account.locationIds.length > 0,
      settings: account.settings,
      places: placesOfListing(account, listing).map(({ locationId, from }) => ({
        locationId,
        items: itemsAt(from),
      })),
    })
  }
  return new Map(listings.map((listing) => [listing.mapping_id, offerOf(listing)]))
}
