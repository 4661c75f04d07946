/** Stock's events on the host's event bus. */
export const StockEvents = {
  /** What is offered may have changed; see `StockChange` for its data. */
  CHANGED: "marketplace_stock.changed",
  /** Look for changes of stock whose events were lost, and compare with the platforms. */
  DUE: "marketplace_stock.due",
} as const

/** Of what the stock may have changed. What is named is looked at; nothing is said about how it changed. */
export type StockChange = {
  /** Whole accounts: their settings, marketplaces or writer changed. */
  account_ids?: string[]
  /** Listings of an account whose mapping changed. */
  listings?: { account_id: string; listing_keys: string[] }[]
  variant_ids?: string[]
  inventory_item_ids?: string[]
  inventory_level_ids?: string[]
}
