import articles from "../../../../scripts/seed/articles.json"
import { marketplaceOf } from "../marketplaces"
import { Random } from "../random"
import type { Order } from "../types"
import type { DiscountSign } from "./amounts"
import { DEFAULT_MIX, DEFAULT_SHARES, type OrderMix, type OrderShares } from "./mix"
import { buildOrder, type ExpectedOrder } from "./order"

export type { DiscountSign } from "./amounts"
export {
  DEFAULT_MIX,
  DEFAULT_SHARES,
  NO_SHARES,
  type OrderMix,
  type OrderShares,
  plainUnshipped,
} from "./mix"
export { eanOf, generateListings, type GenerateListingsOptions } from "./listings"
export type { ExpectedLine, ExpectedOrder } from "./order"

/** What the demo's shop has is what the simulated seller sells. */
export const DEFAULT_SKUS: readonly string[] = articles.flatMap(({ variants }) =>
  variants.map(({ sku }) => sku),
)

export interface GenerateOrdersOptions {
  seed: number | string
  count: number
  /** Bounds of createdTime; lastUpdatedTime never passes `to`. */
  from: Date | string
  to: Date | string
  /** Ids or codes. @default US, BR, MX, UK, DE, JP */
  marketplaces?: readonly string[]
  skus?: readonly string[]
  /** Titles by SKU; else one is made of the SKU. */
  titles?: Readonly<Record<string, string>>
  /** Departures from `DEFAULT_MIX`. */
  mix?: Partial<OrderMix>
  /** How DISCOUNT is written; "mixed" draws it for each order. @default "negative" */
  discountSign?: DiscountSign | "mixed"
}

export interface GeneratedOrders {
  /** As the platform holds them, with every block; sorted by createdTime. */
  orders: Order[]
  /** The same orders' facts, in the same order. */
  expected: ExpectedOrder[]
  expectedById: Map<string, ExpectedOrder>
}

/** Orders for the simulator. The same options give the same orders. */
export function generateOrders(options: GenerateOrdersOptions): GeneratedOrders {
  const random = new Random(`orders:${options.seed}`)
  const from = new Date(options.from).getTime()
  const to = new Date(options.to).getTime()
  if (!(from <= to)) throw new Error("generateOrders needs from <= to.")
  const mix: OrderMix = { ...DEFAULT_MIX, ...options.mix }
  const shares: OrderShares = { ...DEFAULT_SHARES, ...mix.shares }
  const marketplaces = (options.marketplaces ?? ["US", "BR", "MX", "UK", "DE", "JP"]).map(marketplaceOf)
  const statuses = { ...mix.statuses }
  // Only Amazon fulfils orders placed elsewhere, so a run without Amazon has none of them.
  if (mix.fbaShare === 0 && !options.mix?.statuses) delete statuses.UNFULFILLABLE

  const createdTimes = Array.from(
    { length: options.count },
    () => from + Math.floor(random.next() * (to - from + 1)),
  )
  const usedIds = new Set<string>()
  const updates: number[] = []
  const result: GeneratedOrders = { orders: [], expected: [], expectedById: new Map() }
  for (const created of createdTimes.sort((a, b) => a - b)) {
    const own = random.fork(String(result.orders.length))
    const status = own.weighted(statuses)
    const updated = updateTime(own, created, to, updates, shares.sameUpdateTime)
    updates.push(updated)
    const built = buildOrder(own, {
      orderId: freshId(own, usedIds),
      marketplace: own.pick(marketplaces),
      status,
      byAmazon: status === "UNFULFILLABLE" || own.chance(mix.fbaShare),
      created,
      updated,
      skus: options.skus ?? DEFAULT_SKUS,
      titles: options.titles ?? {},
      mix,
      shares,
      discountSign:
        options.discountSign === "mixed"
          ? own.pick(["negative", "positive"])
          : (options.discountSign ?? "negative"),
      originalOrderId: result.orders.at(-1)?.orderId ?? orderId(own),
    })
    result.orders.push(built.order)
    result.expected.push(built.expected)
    result.expectedById.set(built.expected.orderId, built.expected)
  }
  return result
}

function updateTime(
  random: Random,
  created: number,
  to: number,
  earlier: readonly number[],
  sameShare: number,
): number {
  if (random.chance(sameShare)) return earlier.filter((time) => time >= created).pop() ?? to
  return Math.min(to, created + random.int(0, 3 * 86_400_000))
}

function freshId(random: Random, used: Set<string>): string {
  for (;;) {
    const id = orderId(random)
    if (used.has(id)) continue
    used.add(id)
    return id
  }
}

function orderId(random: Random): string {
  return `${random.digits(3)}-${random.digits(7)}-${random.digits(7)}`
}
