import { connectorFailureOf, type PlatformStock, type Problem } from "../../../connector"
import type { StockListing } from "../../../modules/marketplace/store/stock/listings"
import { noteDefaultLocation } from "../../account/platform-locations"
import type { DispatchWork } from "../handler"
import { concernsAccount } from "../rules/concerns-account"
import { placesOfListing } from "./load-offers"
import { isOneNumber, oneNumberOf } from "./rules/number-shown"
import { shownAt } from "./rules/places"
import type { StockAccount } from "./stock-accounts"

/** What came of reading listings: what is shown of each, or why they could not be read. */
export type ReadLevels = {
  /** By listing key; null: the platform does not know the listing. */
  shown: Map<string, PlatformStock | null>
  failed: { problem: Problem; again: Date } | null
}

const AGAIN_MINUTES = 5

/** How a listing is called at the platform; its key is the seller's SKU where no SKU is known. */
export const skuOf = ({ sku, listing_key }: Pick<StockListing, "sku" | "listing_key">): string =>
  sku ?? listing_key

/** Which location is the default one matters where goods stand at several and the account maps none; it is asked for once. */
async function learnDefault(
  { account, connector, connection }: Omit<DispatchWork, "container">,
  { places }: StockAccount,
  found: PlatformStock[],
): Promise<void> {
  if (!connector.locations || !places || places.map.length > 0 || account.row.default_location !== null)
    return
  if (!found.some(({ locations }) => locations && locations.length > 1)) return
  await noteDefaultLocation(account, await connector.locations.list(connection))
}

/** What is shown of a listing, as far as it is ours to compare, as one number. */
function shownOf(stock: StockAccount, listing: StockListing, found: PlatformStock): PlatformStock {
  return oneNumberOf(shownAt(placesOfListing(stock, listing), found), listing.dispatch?.quantity ?? null)
}

/**
 * The number that is kept. One of several is kept only to hold the next reading of a confirmed level against it: anywhere else it
 * would be taken for what the platform has.
 */
function keptQuantity({ dispatch }: StockListing, shown: PlatformStock | null | undefined): number | null {
  if (!shown) return null
  return isOneNumber(shown) || dispatch?.state === "confirmed" ? shown.quantity : null
}

/**
 * Reads what the platform shows of some listings, in calls of at most `maxReads`, and keeps it with their mappings. What had been
 * read before the platform stopped answering counts. Of a level that is told by location, only those locations count.
 * @throws ConnectorError `authorization_lost`, `suspended`.
 */
export async function readLevels(
  work: Omit<DispatchWork, "container">,
  stock: StockAccount,
  listings: StockListing[],
): Promise<ReadLevels> {
  const { account, connector, connection, now } = work
  const shown = new Map<string, PlatformStock | null>()
  const sink = connector.stock
  if (!sink) return { shown, failed: null }
  for (let start = 0; start < listings.length; start += sink.maxReads) {
    const some = listings.slice(start, start + sink.maxReads)
    const readAt = new Date()
    let found: PlatformStock[]
    try {
      found = await sink.readLevels(
        connection,
        some.map((listing) => ({ listingKey: listing.listing_key, sku: skuOf(listing) })),
      )
      await learnDefault(work, stock, found)
    } catch (thrown) {
      const failure = connectorFailureOf(thrown)
      if (!failure || concernsAccount(failure)) throw thrown
      const again =
        failure.kind === "throttled"
          ? new Date(failure.retryAt)
          : new Date(now.getTime() + AGAIN_MINUTES * 60_000)
      return { shown, failed: { problem: failure.problem, again } }
    }
    const byKey = new Map(found.map((one) => [one.listingKey, one]))
    for (const listing of some) {
      const one = byKey.get(listing.listing_key)
      shown.set(listing.listing_key, one ? shownOf(stock, listing, one) : null)
    }
    await account.marketplace.noteShownLevels(
      account.row.id,
      some.map((listing) => {
        const { listing_key } = listing
        const one = shown.get(listing_key)
        return {
          listing_key,
          quantity: keptQuantity(listing, one),
          // Where the account tells no locations all of them are kept: whether it has to follows from them.
          levels: one?.locations ?? byKey.get(listing_key)?.locations ?? null,
          fulfilled_by: one?.fulfilledBy ?? null,
        }
      }),
      readAt,
    )
  }
  return { shown, failed: null }
}
