import type { AccountSettings } from "../../../modules/marketplace/settings"
import type { MarketplaceOrderState } from "../../../modules/marketplace/states"
import type { LineProduct } from "./line-product"
import type { ImportPlan } from "./verdict"

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
  /** Which instant of an order is held against the activation (`OrderSource.countsFrom`). */
  countsFrom: "placed" | "paid"
  settings: AccountSettings
  sites: RuleSite[]
}

export type RuleMapping = {
  variantId: string | null
  units: number
  state: "unmapped" | "mapped" | "ignored"
  /** So many variants fit an unmapped listing equally well. */
  several?: number
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
  /** What is kept for orders that are not in Medusa yet, by reference and {@link stockKey}; not part of `available`. */
  held: ReadonlyMap<string, ReadonlyMap<string, number>>
  /** References of orders that stand in Medusa already, their goods with them. */
  made: ReadonlySet<string>
}

export const stockKey = (inventoryItemId: string, locationId: string): string =>
  `${inventoryItemId}@${locationId}`

/** The draft order that waits for a person, as it stands in Medusa now. */
export type KnownDraft = {
  /** The platform's reference of its order. */
  reference: string
  /** Rises with each edit of its lines. */
  version: number
  /** Somebody changed it in Medusa: its lines, prices, address ... */
  edited: boolean
  /** It is a draft no longer: it was turned into an order on Medusa's own page. */
  converted: boolean
  /** The order changed at the platform after the edit, as a remark said before. */
  changedWhileEdited: boolean
  /** What it takes to import it as it stands: its own lines and, where it was edited, its own total. */
  plan: ImportPlan
}

/** What we have already done with an order. */
export type KnownOrder = {
  state: MarketplaceOrderState
  /** A person asked for this order: account rules on what to take do not apply. */
  requested: boolean
  approved: boolean
  ignoredByPerson: boolean
  /** Paid or not, it was seen as one to be sent from here: not one that had left before. */
  seenUnsent: boolean
  /** Canceled with a Medusa order, which stays canceled. */
  canceledForGood: boolean
  /** Set for orders in review. */
  draft: KnownDraft | null
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
  seenUnsent: false,
  canceledForGood: false,
  draft: null,
  imported: null,
}
