import { setTimeout as wait } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../src/modules/marketplace"
import { syncMarketplaceAccountWorkflow } from "../../../src/workflows"
import type { AmazonSimulator } from "../../simulators/amazon"
import type { AdminClient } from "../../support/admin-client"
import type { AdminSession } from "../../support/admin-session"
import type { AmazonSeller } from "../../support/amazon-seller"
import type { SeededStore } from "../../support/seed-store"

/** The booted shop that all suites of the admin API share. */
export type Shop = {
  api: AdminClient
  container: MedusaContainer
  simulator: AmazonSimulator
  store: SeededStore
  admin: AdminSession
  otherAdmin: AdminSession
  sql(statement: string): Promise<Record<string, unknown>[]>
}

export const marketplaceOf = (shop: Shop): MarketplaceModuleService =>
  shop.container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)

/** Connects a seller by the API; active for long enough for every order of a test. */
export async function connect(shop: Shop, seller: AmazonSeller, over: Record<string, unknown> = {}) {
  const { settings, ...rest } = over as { settings?: Record<string, unknown> }
  const answer = await shop.api.post("accounts", {
    provider_id: "amazon",
    name: "Amazon",
    credentials: seller.credentials,
    activated_at: new Date(Date.now() - 30 * 86_400_000).toISOString(),
    settings: {
      sales_channel_id: shop.store.salesChannelId,
      stock_location_id: shop.store.locationId,
      platform_location_id: shop.store.platformLocationId,
      ...settings,
    },
    ...rest,
  })
  expect(answer.data.message).toBeUndefined()
  expect(answer.status).toBe(201)
  return answer.data.account
}

/** One sync, waited for. */
export async function sync(shop: Shop, accountId: string): Promise<void> {
  await syncMarketplaceAccountWorkflow(shop.container).run({ input: { accountId } })
}

/** Asks until the answer is as wanted; work that was handed out by events is done a moment later. */
export async function eventually<Result>(
  ask: () => Promise<Result>,
  wanted: (result: Result) => boolean,
): Promise<Result> {
  for (let tries = 0; ; tries++) {
    const result = await ask()
    if (wanted(result) || tries > 150) return result
    await wait(100)
  }
}

/** The inbox row of an order, as the API shows it. */
export async function orderOf(shop: Shop, accountId: string, reference: string) {
  const { data } = await shop.api.get(`orders?account_id=${accountId}&q=${reference}`)
  expect(data.orders).toHaveLength(1)
  return data.orders[0]
}

/** Everything the module has stored, but for what a look at the platform may touch: budgets. */
export async function everythingStored(shop: Shop): Promise<unknown> {
  const tables = [
    "marketplace_account",
    "marketplace_site",
    "sync_cursor",
    "product_mapping",
    "marketplace_order",
    "marketplace_run",
    "marketplace_dispatch",
    "history_entry",
  ]
  const rows = tables.map((table) => shop.sql(`SELECT * FROM ${table} ORDER BY id`))
  return [...(await Promise.all(rows)), await shop.sql(`SELECT id FROM "order" ORDER BY id`)]
}
