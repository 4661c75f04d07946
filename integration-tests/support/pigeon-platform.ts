import { createHmac } from "node:crypto"
import path from "node:path"
import type { ChannelOrder } from "../../src/connector"
import { aChannelOrder, aCharge, aLine } from "../../src/workflows/import/rules/__tests__/a-channel-order"
import type { Answer } from "./admin-client"

/** A seller's place at the platform. */
export type Loft = {
  key: string
  access: "open" | "revoked" | "suspended" | "down"
  orders: Map<string, ChannelOrder>
  /** Addresses that are called when something changes. */
  hooks: string[]
}

/** A platform that calls, as the fixture `pigeon-connector` finds it. */
export type PigeonPlatform = {
  lofts: Map<string, Loft>
  secret: string
  refusesAddresses: boolean
  /** What it was asked for, in order. */
  calls: { call: string; loft: string }[]
}

const PLATFORM = Symbol.for("pigeon platform")
export const PIGEON_PROVIDER = `pigeon=${path.join(__dirname, "..", "fixtures", "pigeon-connector")}`

/** A platform with one loft, anew for each test. */
export function anewPlatform(): PigeonPlatform {
  const platform: PigeonPlatform = {
    lofts: new Map(),
    secret: "s3cr3t-ring",
    refusesAddresses: false,
    calls: [],
  }
  addLoft(platform, "loft-1")
  Object.assign(globalThis, { [PLATFORM]: platform })
  return platform
}

export function addLoft(platform: PigeonPlatform, id: string): Loft {
  const loft: Loft = { key: `key of ${id}`, access: "open", orders: new Map(), hooks: [] }
  platform.lofts.set(id, loft)
  return loft
}

/** One mug for ten dollars, paid a minute ago. */
export function addOrder(loft: Loft, reference: string): ChannelOrder {
  const placed = new Date(Date.now() - 120_000).toISOString()
  const order = aChannelOrder({
    reference,
    placedAt: placed,
    paidAt: placed,
    updatedAt: new Date(Date.now() - 60_000).toISOString(),
    shipBy: null,
    lines: [
      aLine({
        ...{ listingKey: "MUG-WHITE", sku: "MUG-WHITE", quantity: 1, total: "10.00" },
        charges: [aCharge({ amount: "10.00" })],
      }),
    ],
  })
  loft.orders.set(reference, order)
  return order
}

/** The same order, canceled since. */
export function cancelOrder(loft: Loft, reference: string): void {
  const order = loft.orders.get(reference)
  if (!order) throw new Error(`There is no ${reference}`)
  const updatedAt = new Date().toISOString()
  loft.orders.set(reference, { ...order, status: "canceled", platformStatus: "CANCELED", updatedAt })
}

type Http = { request(options: Record<string, unknown>): Promise<Answer> }

/** Calls the shop as the platform does: signed over the bytes that are sent. */
export async function callShop(
  http: Http,
  platform: PigeonPlatform,
  said: object | string,
  over: { path?: string; signature?: string | null; headers?: Record<string, string> } = {},
): Promise<Answer> {
  const raw = Buffer.from(typeof said === "string" ? said : JSON.stringify(said))
  const signature = over.signature ?? createHmac("sha256", platform.secret).update(raw).digest("hex")
  return http.request({
    method: "POST",
    url: over.path ?? "/hooks/marketplaces/pigeon",
    data: raw,
    headers: {
      "content-type": "application/json",
      ...(over.signature === null ? {} : { "x-pigeon-signature": signature }),
      ...over.headers,
    },
    maxRedirects: 0,
    validateStatus: () => true,
  })
}
