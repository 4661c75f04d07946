import { setTimeout as wait } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { syncMarketplaceAccountWorkflow } from "../../../src/workflows"
import type { AmazonSimulator } from "../../simulators/amazon"
import { DEFAULT_PRODUCTS, type NuvemshopSimulator } from "../../simulators/nuvemshop"
import type { AdminClient } from "../../support/admin-client"
import type { dumpDatabase } from "../../support/dump-database"
import { inboxOf } from "../../support/run-sync"
import type { SeededStore } from "../../support/seed-store"

/** The booted shop and the platforms that it is connected to. */
export type NuvemshopShop = {
  api: AdminClient
  container: MedusaContainer
  simulator: NuvemshopSimulator
  amazon: AmazonSimulator
  store: SeededStore
  sql(statement: string): Promise<Record<string, unknown>[]>
  database: Parameters<typeof dumpDatabase>[0]
}

let stores = 0

/** A store at the platform that no other test uses. */
export function openStore({ simulator }: NuvemshopShop): number {
  stores += 1
  const id = 7_000_000 + stores
  simulator.addStore({ id, products: [...DEFAULT_PRODUCTS] })
  return id
}

/** Before that an account is not read, and behind that the platform shows what is new; both by far. */
const hourAgo = () => new Date(Date.now() - 3_600_000).toISOString()
const minutesAgo = () => new Date(Date.now() - 120_000)

/** One mug, paid two minutes ago; the platform says so by its webhooks, unless it is told `silent`ly. */
export const sell = (
  { simulator }: NuvemshopShop,
  storeId: number,
  over: { silent?: boolean } = {},
): string =>
  String(
    simulator.placeOrder({
      lines: [{ sku: "MUG-WHITE", quantity: 1 }],
      storeId,
      createdAt: minutesAgo(),
      ...over,
    }).id,
  )

export const settingsOf = ({ store }: NuvemshopShop) => ({
  sales_channel_id: store.salesChannelId,
  stock_location_id: store.locationId,
  review_first: false,
})

/** The address to which the merchant's browser comes back, as the test's client takes it. */
export function comeBack({ simulator }: NuvemshopShop, storeId: number, state?: string): string {
  const url = new URL(simulator.accept({ storeId, state }))
  return url.pathname + url.search
}

/** A person begins to connect, and the merchant agrees at the platform. */
export async function consent(shop: NuvemshopShop, storeId: number, over: object = {}): Promise<string> {
  const body = { provider_id: "nuvemshop", name: "Our store", ...over }
  const begun = await shop.api.post("accounts/authorize", body)
  expect(begun.data.message).toBeUndefined()
  const page = new URL(begun.data.url as string)
  expect(page.pathname).toMatch(/^\/apps\/\d+\/authorize$/)
  return comeBack(shop, storeId, String(page.searchParams.get("state")))
}

/** Connects a store, whose orders of the last hour become orders at once. */
export async function connectStore(shop: NuvemshopShop, storeId: number) {
  const settings = settingsOf(shop)
  const connected = await shop.api.get(await consent(shop, storeId, { settings }))
  expect(connected.data.message).toBeUndefined()
  const { id } = connected.data.account
  await shop.api.post(`accounts/${id}/cursor`, { resource: "orders", position: hourAgo() })
  return (await shop.api.post(`accounts/${id}`, { activated_at: hourAgo() })).data.account
}

export const accountOf = async (shop: NuvemshopShop, id: string) =>
  (await shop.api.get(`accounts/${id}`)).data.account

/** One sync, waited for. */
export const sync = ({ container }: NuvemshopShop, accountId: string) =>
  syncMarketplaceAccountWorkflow(container).run({ input: { accountId } })

export const statesOf = async (shop: NuvemshopShop, id: string): Promise<Record<string, string>> =>
  Object.fromEntries((await inboxOf(shop.container, id)).map(({ reference, state }) => [reference, state]))

/** Codes of the lines of the bell about an account. */
export async function bellOf(shop: NuvemshopShop, id: string): Promise<(string | undefined)[]> {
  const lines = `SELECT data FROM notification WHERE data ->> 'account_id' = '${id}' ORDER BY created_at`
  return (await shop.sql(lines)).map(({ data }) => (data as { code?: string }).code)
}

/** Waits for work that whoever is free does. */
export async function eventually(expectation: () => Promise<void>): Promise<void> {
  for (let round = 0; ; round++) {
    try {
      return await expectation()
    } catch (thrown) {
      if (round === 200) throw thrown
      await wait(100)
    }
  }
}
