import { isAmazonChannel, type Listing, MERCHANT_CHANNEL } from "../listings/listing"
import { marketplaceOf } from "../marketplaces"
import type { World } from "../world"
import type { FlatTable } from "./flat-file"
import type { Report } from "./report-archive"

const COLUMNS = [
  "item-name",
  "item-description",
  "listing-id",
  "seller-sku",
  "price",
  "quantity",
  "open-date",
  "image-url",
  "item-is-marketplace",
  "product-id-type",
  "zshop-shipping-fee",
  "item-note",
  "item-condition",
  "zshop-category1",
  "zshop-browse-path",
  "zshop-storefront-feature",
  "asin1",
  "asin2",
  "asin3",
  "will-ship-internationally",
  "expedited-shipping",
  "zshop-boldface",
  "product-id",
  "bid-for-featured-placement",
  "add-delete",
  "pending-quantity",
  "fulfillment-channel",
  "merchant-shipping-group",
  "status",
]
/** Codes of the column product-id-type. */
const ASIN = "1"
const EAN = "4"

/** GET_MERCHANT_LISTINGS_ALL_DATA: every listing of the first marketplace. */
export function listingsReport(world: World, { sellingPartnerId, marketplaceIds }: Report): FlatTable {
  const [marketplaceId = ""] = marketplaceIds
  const rows = world
    .listings(sellingPartnerId)
    .all()
    .map((listing) => rowOf(listing, marketplaceId))
    .filter((row) => row !== undefined)
  return { columns: COLUMNS, rows }
}

function rowOf(listing: Listing, marketplaceId: string): Record<string, string> | undefined {
  const effective = listing.availability[marketplaceId]?.effective
  if (!effective) return undefined
  const byAmazon = effective.find((entry) => isAmazonChannel(entry.fulfillmentChannelCode))
  const byMerchant = effective.find((entry) => entry.fulfillmentChannelCode === MERCHANT_CHANNEL)
  const quantity = byAmazon ? undefined : (byMerchant?.quantity ?? 0)
  const forSale = listing.active && quantity !== 0
  return {
    "item-name": listing.title,
    "listing-id": `L${listing.asin}`,
    "seller-sku": listing.sku,
    price: listing.price ?? "",
    quantity: quantity === undefined ? "" : String(quantity),
    "open-date": openDate(listing.createdDate, marketplaceId),
    "item-is-marketplace": "y",
    "product-id-type": listing.ean === undefined ? ASIN : EAN,
    "item-condition": "11",
    asin1: listing.asin,
    "will-ship-internationally": "1",
    "product-id": listing.ean ?? listing.asin,
    "pending-quantity": "0",
    "fulfillment-channel": byAmazon?.fulfillmentChannelCode ?? MERCHANT_CHANNEL,
    "merchant-shipping-group": byAmazon ? "" : "Migrated Template",
    status: forSale ? "Active" : "Inactive",
  }
}

/** Dates are written as the marketplace's region writes them. */
function openDate(iso: string, marketplaceId: string): string {
  const [date = "", time = ""] = new Date(iso).toISOString().slice(0, 19).split("T")
  const { region } = marketplaceOf(marketplaceId)
  return region === "EU" ? `${date.split("-").reverse().join("/")} ${time} GMT` : `${date} ${time} UTC`
}
