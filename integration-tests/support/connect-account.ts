import type { MedusaContainer } from "@medusajs/framework/types"
import {
  MARKETPLACE_MODULE,
  type AccountSettings,
  type MarketplaceModuleService,
} from "../../src/modules/marketplace"
import { accountSettingsSchema } from "../../src/modules/marketplace/settings"
import { DEMO_SELLER, marketplaceOf } from "../simulators/amazon"
import type { SeededStore } from "./seed-store"

export type TestSite = {
  externalId: string
  name: string
  country: string | null
  currency: string | null
  enabled?: boolean
}

/** Sites by the codes ("US", "BR") or ids of Amazon's marketplaces. */
export const amazonSites = (...codes: string[]): TestSite[] =>
  codes.map(marketplaceOf).map(({ id, name, countryCode, currency }) => ({
    externalId: id,
    name,
    country: countryCode,
    currency,
  }))

/** What the simulator's demo seller typed in. */
export const DEMO_CREDENTIALS = {
  refresh_token: DEMO_SELLER.refreshTokens?.[0] ?? "",
  selling_partner_id: DEMO_SELLER.sellingPartnerId,
  region: "na",
}

export type ConnectOptions = {
  /** @default "amazon" */
  providerId?: string
  name?: string
  /** Two accounts of one test need different ones. @default the demo seller's */
  externalId?: string
  /** @default "AMZ" */
  orderPrefix?: string
  /** @default the simulator's demo seller's */
  credentials?: Record<string, unknown>
  /** @default every retail marketplace the demo seller takes part in */
  sites?: TestSite[]
  /** The seeded store's channel and locations. */
  store?: Pick<SeededStore, "salesChannelId" | "locationId" | "platformLocationId">
  /** What differs from the defaults. */
  settings?: Partial<AccountSettings>
  /** @default a year ago: every order of a test lies behind it */
  activatedAt?: Date
  /** Where the orders' cursor stands. @default 60 days ago */
  readFrom?: Date
  /** @default now */
  nextSyncAt?: Date | null
}

const DAY_MS = 86_400_000
const daysAgo = (days: number): Date => new Date(Date.now() - days * DAY_MS)

/** Connects an account as the connect workflow leaves it, without asking the platform. */
export async function connectAccount(
  container: MedusaContainer,
  options: ConnectOptions = {},
): Promise<{ id: string }> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  return connectAccountWith(marketplace, options)
}

/** The same with the module's service in hand. */
export async function connectAccountWith(
  marketplace: MarketplaceModuleService,
  options: ConnectOptions = {},
): Promise<{ id: string }> {
  const { store } = options
  const { id } = await marketplace.createMarketplaceAccounts({
    provider_id: options.providerId ?? "amazon",
    name: options.name ?? "Test store",
    external_id: options.externalId ?? DEMO_SELLER.sellingPartnerId,
    order_prefix: options.orderPrefix ?? "AMZ",
    activated_at: options.activatedAt ?? daysAgo(365),
    sealed_credentials: "",
    settings: accountSettingsSchema.parse({
      ...(store && {
        sales_channel_id: store.salesChannelId,
        stock_location_id: store.locationId,
        platform_location_id: store.platformLocationId,
      }),
      ...options.settings,
    }),
    next_sync_at: options.nextSyncAt === undefined ? new Date() : options.nextSyncAt,
  })
  // Sealed under the account's id, which is known only now.
  await marketplace.updateMarketplaceAccounts({
    id,
    sealed_credentials: marketplace.sealCredentials(id, options.credentials ?? DEMO_CREDENTIALS),
  })
  const codes = DEMO_SELLER.marketplaces.map((entry) =>
    typeof entry === "string" ? entry : entry.marketplace,
  )
  await marketplace.createMarketplaceSites(
    (options.sites ?? amazonSites(...codes)).map((site) => ({
      account_id: id,
      external_id: site.externalId,
      name: site.name,
      country: site.country,
      currency: site.currency,
      enabled: site.enabled ?? true,
    })),
  )
  await marketplace.createCursor(id, "orders", options.readFrom ?? daysAgo(60))
  return { id }
}
