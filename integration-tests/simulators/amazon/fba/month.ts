import { generateOrders, NO_SHARES } from "../generator"
import { marketplaceOf } from "../marketplaces"
import { Random } from "../random"
import type { Order } from "../types"
import { factsOf, type FbaMonthFacts } from "./month-facts"

const DAY_MS = 86_400_000

export interface FbaMonthOptions {
  seed: number | string
  skus: readonly string[]
  /** Marketplace id or code. */
  marketplace: string
  /** First day; the days follow it. All of them should be over, or orders lie in the future. */
  from: Date | string
  /** @default 30 */
  days?: number
  /** Orders of a day. @default 1 to 4 */
  ordersPerDay?: { min: number; max: number }
  /** Share of the orders that are placed on one day and shipped on the next. @default 0.25 */
  shippedNextDay?: number
  /** Titles by SKU. */
  titles?: Readonly<Record<string, string>>
}

export interface FbaUnits {
  sku: string
  quantity: number
}

/** What happens on one day, in the order of its fields. */
export interface FbaDay {
  /** Beginning of the day. */
  date: Date
  /** Units sent to Amazon, which receives them two days later. */
  announced: FbaUnits[]
  /** Shipments that Amazon receives. */
  received: (FbaUnits & { referenceId: string })[]
  /** Found (positive) and lost (negative) units. */
  adjusted: (FbaUnits & { reason: string })[]
  /** Orders of the days before that are shipped now. */
  shipped: string[]
  /** Orders of the day: shipped already, or waiting for the next day. */
  orders: Order[]
  /** Units of earlier orders that come back, sellable or damaged. */
  returned: (FbaUnits & { orderId: string; sellable: boolean })[]
}

export interface FbaMonth {
  marketplaceId: string
  /** Sellable units of each SKU before the first day. */
  opening: Record<string, number>
  titles: Readonly<Record<string, string>>
  days: FbaDay[]
  facts: FbaMonthFacts
}

/** A month of a seller's life with FBA; the same options give the same month. Play it with `playFbaDay`. */
export function generateFbaMonth(options: FbaMonthOptions): FbaMonth {
  const random = new Random(`fba-month:${options.seed}`)
  const start = new Date(options.from).getTime()
  const count = options.days ?? 30
  const days = Array.from({ length: count }, (_, index) => emptyDay(new Date(start + index * DAY_MS)))
  days.forEach((day, index) => {
    addOrders(random.fork(`orders-${index}`), options, days, index)
    addInbound(random, options.skus, days, index)
    const sku = random.pick(options.skus)
    if (random.chance(0.15)) day.adjusted.push({ sku, quantity: -random.int(1, 2), reason: "M" })
    if (random.chance(0.1)) day.adjusted.push({ sku: random.pick(options.skus), quantity: 1, reason: "F" })
    addReturn(random, days, index)
  })
  const opening = openingOf(random, options.skus, days)
  const { id: marketplaceId } = marketplaceOf(options.marketplace)
  return { marketplaceId, opening, titles: options.titles ?? {}, days, facts: factsOf(opening, days) }
}

function emptyDay(date: Date): FbaDay {
  return { date, announced: [], received: [], adjusted: [], shipped: [], orders: [], returned: [] }
}

function addOrders(random: Random, options: FbaMonthOptions, days: readonly FbaDay[], index: number): void {
  const day = days[index]
  if (!day) return
  const { min, max } = options.ordersPerDay ?? { min: 1, max: 4 }
  const { orders } = generateOrders({
    seed: `${options.seed}:${index}`,
    count: random.int(min, max),
    from: day.date,
    to: new Date(day.date.getTime() + DAY_MS - 1),
    marketplaces: [options.marketplace],
    skus: options.skus,
    titles: options.titles ?? {},
    mix: {
      fbaShare: 1,
      statuses: { SHIPPED: 1 },
      lines: { min: 1, max: Math.min(3, options.skus.length) },
      quantity: { min: 1, max: 3 },
      shares: NO_SHARES,
    },
  })
  const next = days[index + 1]
  for (const order of orders) {
    const waits = next !== undefined && random.chance(options.shippedNextDay ?? 0.25)
    day.orders.push(waits ? unshipped(order) : order)
    if (waits) next.shipped.push(order.orderId)
  }
}

function unshipped(order: Order): Order {
  const orderItems = order.orderItems.map((item) => ({
    ...item,
    fulfillment: { ...item.fulfillment, quantityFulfilled: 0, quantityUnfulfilled: item.quantityOrdered },
  }))
  return { ...order, orderItems, fulfillment: { ...order.fulfillment, fulfillmentStatus: "UNSHIPPED" } }
}

function addInbound(random: Random, skus: readonly string[], days: readonly FbaDay[], index: number): void {
  const day = days[index]
  const arrival = days[index + 2]
  if (!day || !arrival || !random.chance(0.2)) return
  const sku = random.pick(skus)
  const quantity = random.int(5, 20)
  day.announced.push({ sku, quantity })
  arrival.received.push({ sku, quantity, referenceId: `FBA15${random.letters(7)}` })
}

function addReturn(random: Random, days: readonly FbaDay[], index: number): void {
  const earlier = days.slice(0, Math.max(0, index - 2)).flatMap((day) => day.orders)
  if (earlier.length === 0 || !random.chance(0.2)) return
  const order = random.pick(earlier)
  const item = random.pick(order.orderItems)
  const { sellerSku: sku } = item.product
  if (sku === undefined || item.quantityOrdered < 1) return
  const comesBackTwice = days.some((day) => day.returned.some(({ orderId }) => orderId === order.orderId))
  if (comesBackTwice) return
  days[index]?.returned.push({ sku, quantity: 1, orderId: order.orderId, sellable: random.chance(0.6) })
}

/** Enough that nothing runs out, and a little more. */
function openingOf(random: Random, skus: readonly string[], days: readonly FbaDay[]): Record<string, number> {
  const without = factsOf(Object.fromEntries(skus.map((sku) => [sku, 0])), days)
  return Object.fromEntries(
    skus.map((sku) => {
      const lowest = Math.min(0, ...without.byDay.map((day) => day[sku]?.lowest ?? 0))
      return [sku, random.int(2, 15) - lowest]
    }),
  )
}
