import { setTimeout as wait } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../src/modules/marketplace"
import { checkAccount } from "../../../src/workflows/account/check-account"
import type { AdminClient, Answer } from "../../support/admin-client"
import type { AdminSession } from "../../support/admin-session"
import { callShop, type Loft, type PigeonPlatform } from "../../support/pigeon-platform"
import { inboxOf } from "../../support/run-sync"
import type { SeededStore } from "../../support/seed-store"

/** The booted shop and the platform that calls it. */
export type PigeonShop = {
  http: Parameters<typeof callShop>[0]
  api: AdminClient
  container: MedusaContainer
  platform: PigeonPlatform
  store: SeededStore
  admin: AdminSession
  otherAdmin: AdminSession
  sql(statement: string): Promise<Record<string, unknown>[]>
}

export const serviceOf = (shop: PigeonShop): MarketplaceModuleService =>
  shop.container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)

export function loftOf(shop: PigeonShop, id = "loft-1"): Loft {
  const loft = shop.platform.lofts.get(id)
  if (!loft) throw new Error(`There is no ${id}`)
  return loft
}

/** Connects a loft by typed credentials. What lies before has been read. */
export async function connectLoft(shop: PigeonShop, over: { settings?: object; loft?: string } = {}) {
  const loft = over.loft ?? "loft-1"
  const answer = await shop.api.post("accounts", {
    provider_id: "pigeon",
    name: `The ${loft}`,
    credentials: { loft, key: loftOf(shop, loft).key },
    activated_at: new Date(Date.now() - 86_400_000).toISOString(),
    settings: {
      sales_channel_id: shop.store.salesChannelId,
      stock_location_id: shop.store.locationId,
      ...over.settings,
    },
  })
  expect(answer.data.message).toBeUndefined()
  return answer.data.account
}

export const call = (
  shop: PigeonShop,
  said: object | string,
  over?: Parameters<typeof callShop>[3],
): Promise<Answer> => callShop(shop.http, shop.platform, said, over)

export const accountOf = async (shop: PigeonShop, id: string) =>
  (await shop.api.get(`accounts/${id}`)).data.account

export const statesOf = async (shop: PigeonShop, id: string): Promise<Record<string, string>> =>
  Object.fromEntries((await inboxOf(shop.container, id)).map(({ reference, state }) => [reference, state]))

/** Lines of the bell about an account. */
export async function bellOf(shop: PigeonShop, id: string): Promise<(string | undefined)[]> {
  const rows = await shop.sql(
    `SELECT data FROM notification WHERE data ->> 'account_id' = '${id}' ORDER BY created_at`,
  )
  return rows.map(({ data }) => (data as { code?: string }).code)
}

/** The hour has passed after which a suspended account is looked at again. */
export async function hourLater(shop: PigeonShop, id: string): Promise<void> {
  await serviceOf(shop).updateMarketplaceAccounts({ id, check_due_at: new Date(Date.now() - 1000) })
  await checkAccount(shop.container, id)
}

/** Waits for work that whoever is free does. */
export async function eventually(expectation: () => Promise<void>): Promise<void> {
  for (let round = 0; ; round++) {
    try {
      return await expectation()
    } catch (thrown) {
      if (round === 150) throw thrown
      await wait(100)
    }
  }
}
