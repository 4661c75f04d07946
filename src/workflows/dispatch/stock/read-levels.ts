import { connectorFailureOf, type PlatformStock, type Problem } from "../../../connector"
import type { StockListing } from "../../../modules/marketplace/store/stock/listings"
import type { DispatchWork } from "../handler"
import { concernsAccount } from "../rules/concerns-account"
import { placesOfListing } from "./load-offers"
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

/**
 * Reads what the platform shows of some listings, in calls of at most `maxReads`, and keeps it with their mappings. What had been
 * read before the platform stopped answering counts. Of a level that is told by location, only those locations count.
 * @throws ConnectorError `authorization_lost`, `suspended`.
 */
export async function readLevels(
  { account, connector, connection, now }: Omit<DispatchWork, "container">,
  stock: StockAccount,
  listings: StockListing[],
): Promise<ReadLevels> {
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
      shown.set(listing.listing_key, one ? shownAt(placesOfListing(stock, listing), one) : null)
    }
    await account.marketplace.noteShownLevels(
      account.row.id,
      some.map(({ listing_key }) => ({
        listing_key,
        quantity: shown.get(listing_key)?.quantity ?? null,
        levels: shown.get(listing_key)?.locations ?? null,
        fulfilled_by: shown.get(listing_key)?.fulfilledBy ?? null,
      })),
      readAt,
    )
  }
  return { shown, failed: null }
}
