import type { AccountSettings } from "../../../modules/marketplace/settings"
import type { MarketplaceOrderState } from "../../../modules/marketplace/states"
import type { LineProduct } from "./line-product"

export type RuleSite = {
  externalId: string
  enabled: boolean
  country: string | null
  salesChannelId: string | null
  regionId: string | null
  stockLocationId: string | null
  platformLocationId: string | null
  team: string | null
}

export type RuleAccount = {
  id: string
  orderPrefix: string
  activatedAt: Date
  settings: AccountSettings
  sites: RuleSite[]
}

export type RuleMapping = {
  variantId: string | null
  units: number
  state: "unmapped" | "mapped" | "ignored"
}

export type RuleVariant = {
  id: string
  sku: string | null
  manageInventory: boolean
  product: LineProduct
  /** Inventory items of one unit of the variant. */
  inventory: { inventoryItemId: string; sku: string | null; required: number }[]
}

export type RuleRegion = { id: string; currency: string; countries: string[] }

/** What the store knows, loaded once for a batch. */
export type DecideContext = {
  account: RuleAccount
  /** By listing key; SKU matches that were found are in here as mapped. */
  mappings: ReadonlyMap<string, RuleMapping>
  variants: ReadonlyMap<string, RuleVariant>
  regions: readonly RuleRegion[]
  defaultSalesChannelId: string | null
  /** First stock location of each sales channel. */
  locationsByChannel: ReadonlyMap<string, string>
  /** Available units by {@link stockKey}; orders of one batch take from it one after the other. */
  available: Map<string, number>
}

export const stockKey = (inventoryItemId: string, locationId: string): string =>
  `${inventoryItemId}@${locationId}`

/** What we have already done with an order. */
export type KnownOrder = {
  state: MarketplaceOrderState
  /** A person asked for this order: account rules on what to take do not apply. */
  requested: boolean
  approved: boolean
  ignoredByPerson: boolean
  /** Set for imported orders only. */
  imported: {
    fingerprint: string | null
    /** Packed or sent here. */
    fulfilledHere: boolean
    canceledHere: boolean
    /** An invoice was issued here: the order's metadata carries its number. */
    invoicedHere: boolean
  } | null
}

export const unknownOrder: KnownOrder = {
  state: "waiting",
  requested: false,
  approved: false,
  ignoredByPerson: false,
  imported: null,
}
