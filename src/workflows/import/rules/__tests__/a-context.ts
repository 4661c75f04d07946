import { accountSettingsSchema, type AccountSettings } from "../../../../modules/marketplace/settings"
import {
  stockKey,
  unknownOrder,
  type DecideContext,
  type KnownOrder,
  type RuleAccount,
  type RuleSite,
  type RuleVariant,
} from "../context"

export const aSite = (changes: Partial<RuleSite> = {}): RuleSite => ({
  externalId: "site-us",
  enabled: true,
  country: "US",
  salesChannelId: null,
  regionId: null,
  stockLocationId: null,
  platformLocationId: null,
  team: null,
  ...changes,
})

const aVariant = (name: string, required = 1): RuleVariant => ({
  id: `variant-${name}`,
  sku: name,
  manageInventory: true,
  product: {
    product_id: `product-${name}`,
    product_title: "Cotton shirt",
    product_handle: "cotton-shirt",
    variant_title: "Medium",
    variant_sku: name,
    thumbnail: "https://shop.example/shirt.jpg",
  },
  inventory: [{ inventoryItemId: `item-${name}`, sku: name, required }],
})

type Changes = Partial<Omit<DecideContext, "account">> & {
  settings?: Partial<AccountSettings>
  countsFrom?: RuleAccount["countsFrom"]
  sites?: RuleSite[]
  /** Shirts on the merchant's shelf. */
  shirts?: number
}

/**
 * A store with a United States site, a switched-off German one, ten shirts, and listings SHIRT, SIX-PACK (six shirts)
 * and SERVICE (not managed here). Active since March 2026.
 */
export function aContext({
  settings = {},
  countsFrom = "placed",
  sites,
  shirts = 10,
  ...changes
}: Changes = {}): DecideContext {
  const shirt = aVariant("SHIRT")
  return {
    account: {
      id: "account-1",
      orderPrefix: "AMZ",
      activatedAt: new Date("2026-03-01T00:00:00.000Z"),
      countsFrom,
      settings: accountSettingsSchema.parse({
        stock_location_id: "shelf",
        platform_location_id: "platform-shelf",
        ...settings,
      }),
      sites: sites ?? [aSite(), aSite({ externalId: "site-de", enabled: false, country: "DE" })],
    },
    mappings: new Map([
      ["SHIRT", { variantId: shirt.id, units: 1, state: "mapped" }],
      ["SIX-PACK", { variantId: shirt.id, units: 6, state: "mapped" }],
      ["SERVICE", { variantId: null, units: 1, state: "ignored" }],
    ]),
    variants: new Map([[shirt.id, shirt]]),
    regions: [
      { id: "region-us", currency: "usd", countries: ["us"] },
      { id: "region-eu", currency: "eur", countries: ["de", "fr"] },
    ],
    defaultSalesChannelId: "channel-default",
    locationsByChannel: new Map(),
    available: new Map([[stockKey("item-SHIRT", "shelf"), shirts]]),
    held: new Map(),
    made: new Set(),
    ...changes,
  }
}

/** What has been done with the order before; nothing unless told otherwise. */
export const known = (changes: Partial<KnownOrder> = {}): KnownOrder => ({ ...unknownOrder, ...changes })

export const imported = (changes: Partial<NonNullable<KnownOrder["imported"]>> = {}): KnownOrder =>
  known({
    state: "imported",
    imported: {
      fingerprint: null,
      fulfilledHere: false,
      canceledHere: false,
      invoicedHere: false,
      ...changes,
    },
  })
