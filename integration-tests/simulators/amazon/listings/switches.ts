/** What Amazon's documents leave open about listings. */
export interface ListingSwitches {
  /** From an accepted patch until the quantity holds; what was submitted is seen at once. @default 0 */
  listingEffectDelayMs: number
  /**
   * Whether one quantity holds in all marketplaces of a listing, or each marketplace has its own. Amazon's staff says that it is
   * shared (selling-partner-api-docs #3167), its documents do not: what depends on it is tested both ways. @default "shared"
   */
  listingQuantityScope: "shared" | "marketplace"
  /** An entry without fulfillment_channel_code: 400 "Invalid parameters provided.", or INVALID with an issue. @default "bad-request" */
  missingChannelCode: "bad-request" | "issue"
  /** A patch of an unknown SKU: INVALID with an issue, or 404, which the model of this operation does not list. @default "invalid" */
  patchUnknownSku: "invalid" | "not-found"
  /** A search that finds nothing: an empty page, or 404, which the model lists. @default "empty" */
  searchWithoutResults: "empty" | "not-found"
  /** A productType that is neither the listing's nor PRODUCT. @default "refuse" (INVALID) */
  wrongProductType: "refuse" | "accept"
  /** The merchant's quantity for a SKU that Amazon fulfils. @default "creates-merchant-entry", as the issue #2061 warns */
  merchantQuantityOfAmazonSku: "creates-merchant-entry" | "invalid"
  /** Whether a listing without units left is still DISCOVERABLE, or BUYABLE as well. @default "discoverable" */
  soldOutStatus: "discoverable" | "buyable"
  /** Whether orders added while it runs lower the quantity the merchant offers. @default true */
  ordersLowerQuantity: boolean
  /** Whether cancelling such an order gives its units back. @default false */
  cancelRestoresQuantity: boolean
}

export const DEFAULT_LISTING_SWITCHES: Readonly<ListingSwitches> = {
  listingEffectDelayMs: 0,
  listingQuantityScope: "shared",
  missingChannelCode: "bad-request",
  patchUnknownSku: "invalid",
  searchWithoutResults: "empty",
  wrongProductType: "refuse",
  merchantQuantityOfAmazonSku: "creates-merchant-entry",
  soldOutStatus: "discoverable",
  ordersLowerQuantity: true,
  cancelRestoresQuantity: false,
}
