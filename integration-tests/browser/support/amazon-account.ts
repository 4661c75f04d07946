import { randomBytes } from "node:crypto"
import {
  generateOrders,
  plainUnshipped,
  type GenerateOrdersOptions,
  type Order,
} from "../../simulators/amazon"
import type { Host } from "./use-host"

const DAY_MS = 86_400_000

export type BrowserSeller = {
  id: string
  /** What a person types in to connect it. */
  credentials: { refresh_token: string; selling_partner_id: string; region: string }
  orders: Order[]
}

/**
 * A seller that no other test uses, also on a simulator that runs on: with plain unshipped orders of the last three days,
 * unless `generate` wants others.
 */
export async function addSeller(
  { simulator }: Host,
  options: {
    orders?: number
    generate?: Partial<GenerateOrdersOptions>
    marketplaces?: string[]
    storeName?: string
  } = {},
): Promise<BrowserSeller> {
  const random = randomBytes(4).toString("hex").toUpperCase()
  const id = `A2B${random}`
  const refreshToken = `Atzr|browser-${random}`
  const { orders } = generateOrders({
    seed: `browser-${random}`,
    count: options.orders ?? 0,
    from: new Date(Date.now() - 3 * DAY_MS),
    to: new Date(Date.now() - DAY_MS),
    marketplaces: ["US"],
    mix: plainUnshipped(1),
    ...options.generate,
  })
  await simulator.addSeller({
    sellingPartnerId: id,
    storeName: options.storeName ?? "Northwind",
    refreshTokens: [refreshToken],
    marketplaces: options.marketplaces ?? ["US", "BR"],
    orders,
  })
  return { id, credentials: { refresh_token: refreshToken, selling_partner_id: id, region: "na" }, orders }
}

async function idByName({ api }: Host, list: string, name: string): Promise<string> {
  const answer = await api.get(`/admin/${list.replaceAll("_", "-")}`, { name, limit: 1 })
  const [found] = answer[list]
  if (!found) throw new Error(`The shop has no "${name}" (${list})`)
  return found.id
}

/** The demo shop's channel and locations, as account settings. */
export async function shopSettings(host: Host) {
  const [sales_channel_id, stock_location_id, platform_location_id] = await Promise.all([
    idByName(host, "sales_channels", "Marketplaces"),
    idByName(host, "stock_locations", "Main warehouse"),
    idByName(host, "stock_locations", "Amazon FBA"),
  ])
  return { sales_channel_id, stock_location_id, platform_location_id }
}

/**
 * Connects a seller by the API, for tests that begin behind that. Nothing is imported by itself, unless the settings want
 * it. @default name: "Northwind" with the seller's id
 */
export async function connectSeller(
  host: Host,
  seller: BrowserSeller,
  { name = `Northwind ${seller.id.slice(-4)}`, settings = {} }: { name?: string; settings?: object } = {},
): Promise<{ id: string; name: string }> {
  const { account } = await host.api.post("accounts", {
    provider_id: "amazon",
    name,
    credentials: seller.credentials,
    settings: { ...(await shopSettings(host)), import_automatically: false, ...settings },
    activated_at: new Date(Date.now() - 365 * DAY_MS).toISOString(),
  })
  return { id: account.id, name: account.name }
}

/** Imports a seller's orders, or those named, by the API and waits for the end of it. */
export async function importOrders(
  { api }: Host,
  accountId: string,
  { days = 30, seconds = 60, references }: { days?: number; seconds?: number; references?: string[] } = {},
): Promise<void> {
  const period = {
    from: new Date(Date.now() - days * DAY_MS).toISOString(),
    to: new Date().toISOString(),
  }
  // Those of the last minutes are in no period yet.
  const wanted = references ? { references } : period
  const { run_id } = await api.post(`accounts/${accountId}/import`, wanted)
  for (const until = Date.now() + seconds * 1000; Date.now() < until;) {
    const { run } = await api.get(`runs/${run_id}`)
    if (run.state === "done") return
    if (run.state === "failed") throw new Error(`The import failed: ${run.problem?.title}`)
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(`The import did not end within ${seconds} seconds`)
}
