import { marketplaceOf } from "../marketplaces"
import { isAmazonChannel, type Listing } from "./listing"
import type { ListingSwitches } from "./switches"

export const LISTING_DATA = [
  "summaries",
  "attributes",
  "issues",
  "offers",
  "fulfillmentAvailability",
  "procurement",
  "relationships",
  "productTypes",
] as const
export type ListingData = (typeof LISTING_DATA)[number]

export type ListingStatus = "BUYABLE" | "DISCOVERABLE"

export function marketplacesOf(listing: Listing, marketplaceIds: readonly string[]): string[] {
  return marketplaceIds.filter((id) => listing.availability[id] !== undefined)
}

export function statusOf(
  listing: Listing,
  marketplaceId: string,
  switches: ListingSwitches,
): ListingStatus[] {
  if (!listing.active) return []
  const entries = listing.availability[marketplaceId]?.effective ?? []
  // What Amazon's warehouses hold is not told here.
  const inStock = entries.some(
    (entry) => isAmazonChannel(entry.fulfillmentChannelCode) || entry.quantity !== 0,
  )
  return inStock || switches.soldOutStatus === "buyable" ? ["BUYABLE", "DISCOVERABLE"] : ["DISCOVERABLE"]
}

/** The item as it is answered: of the marketplaces asked for, and only the data asked for. */
export function itemOf(
  listing: Listing,
  marketplaceIds: readonly string[],
  included: readonly ListingData[],
  switches: ListingSwitches,
): unknown {
  const ids = marketplacesOf(listing, marketplaceIds)
  const { sku, asin, productType } = listing
  const data: Record<ListingData, unknown> = {
    summaries: ids.map((marketplaceId) => ({
      marketplaceId,
      asin,
      productType,
      conditionType: "new_new",
      status: statusOf(listing, marketplaceId, switches),
      itemName: listing.title,
      createdDate: listing.createdDate,
      lastUpdatedDate: listing.lastUpdatedDate,
    })),
    attributes: attributesOf(listing, ids),
    issues: [],
    offers: ids.flatMap((marketplaceId) => offersOf(listing, marketplaceId)),
    fulfillmentAvailability: listing.availability[ids[0] ?? ""]?.effective ?? [],
    procurement: undefined,
    relationships: ids.map((marketplaceId) => ({ marketplaceId, relationships: [] })),
    productTypes: ids.map((marketplaceId) => ({ marketplaceId, productType })),
  }
  return { sku, ...Object.fromEntries(included.map((name) => [name, data[name]])) }
}

function attributesOf(listing: Listing, ids: readonly string[]): Record<string, unknown> {
  const { title, ean } = listing
  return {
    condition_type: ids.map((id) => ({ value: "new_new", marketplace_id: id })),
    item_name: ids.map((id) => ({
      value: title,
      language_tag: marketplaceOf(id).language,
      marketplace_id: id,
    })),
    ...(ean === undefined
      ? {}
      : {
          externally_assigned_product_identifier: ids.map((id) => ({
            type: "ean",
            value: ean,
            marketplace_id: id,
          })),
        }),
    fulfillment_availability: ids.flatMap((id) => listing.availability[id]?.submitted ?? []),
  }
}

function offersOf({ price }: Listing, marketplaceId: string): unknown[] {
  if (price === undefined) return []
  const { currency } = marketplaceOf(marketplaceId)
  return [{ marketplaceId, offerType: "B2C", price: { currencyCode: currency, amount: price } }]
}
