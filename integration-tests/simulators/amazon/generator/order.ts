import { formatMinor, money } from "../money"
import type { Marketplace } from "../marketplaces"
import type { Random } from "../random"
import type { FulfilledBy, FulfillmentStatus, Order } from "../types"
import { type DiscountSign, lineTax, lineTotal, sumByType } from "./amounts"
import { drawLines, type Line } from "./items"
import { isPending, orderFulfillment, packagesOf, unitsShipped } from "./lifecycle"
import type { OrderMix, OrderShares } from "./mix"
import { buyerBlocks } from "./buyer"

/** What a reader must find in an order, from the generator's own integers. Amounts are decimal strings. */
export interface ExpectedOrder {
  orderId: string
  marketplaceId: string | undefined
  currency: string
  status: FulfillmentStatus
  fulfilledBy: FulfilledBy
  /** Ready or shipped, and at least one line has units. Pending, cancelled and unfulfillable orders are not. */
  importable: boolean
  /** Whether the order shows amounts; without them all of `total`, `taxTotal` and the lines' are null. */
  priced: boolean
  /** Whether the marketplace's line amounts are without tax (net) or with it (gross). */
  basis: "net" | "gross"
  discountSign: DiscountSign
  total: string | null
  /** Tax the breakdowns show; tax that a gross line leaves out is not in it. */
  taxTotal: string | null
  deliveryTip: string | null
  lines: ExpectedLine[]
}

export interface ExpectedLine {
  orderItemId: string
  sku: string
  quantity: number
  total: string | null
  tax: string | null
}

export interface OrderInput {
  orderId: string
  marketplace: Marketplace
  status: FulfillmentStatus
  byAmazon: boolean
  created: number
  updated: number
  skus: readonly string[]
  titles: Readonly<Record<string, string>>
  mix: OrderMix
  shares: OrderShares
  discountSign: DiscountSign
  /** An order for a replacement to refer to. */
  originalOrderId: string
}

export function buildOrder(random: Random, input: OrderInput): { order: Order; expected: ExpectedOrder } {
  const { marketplace, status, shares, discountSign } = input
  const { currency } = marketplace
  const pending = isPending(status)
  const outside = status === "UNFULFILLABLE"
  const replacement = !pending && !outside && random.chance(shares.replacement)
  const priced = !pending && !outside && !replacement && !(status === "CANCELLED" && random.chance(0.5))
  const business = random.chance(shares.business)
  const lines = drawLines(random, { ...input, priced, business })
  const life = { status, byAmazon: input.byAmazon, created: input.created, updated: input.updated }

  const shipped = unitsShipped(
    random,
    status,
    lines.map((line) => line.item.quantityOrdered),
  )
  lines.forEach(({ item }, index) => {
    const quantityFulfilled = shipped[index] ?? 0
    const quantityUnfulfilled = status === "CANCELLED" ? 0 : item.quantityOrdered - quantityFulfilled
    item.fulfillment = { ...item.fulfillment, quantityFulfilled, quantityUnfulfilled }
    if (!pending && random.chance(shares.cancellationRequest)) {
      const cancellationRequest = { requester: "BUYER", cancelReason: "Changed my mind" }
      item.cancellation = { ...item.cancellation, cancellationRequest }
    }
  })

  const items = lines.map((line) => line.item)
  const tip =
    priced && status !== "CANCELLED" && random.chance(shares.deliveryTip) ? random.int(100, 1000) : 0
  const totals = totalsOf(lines, tip)
  const easyShip =
    ["BR", "IN"].includes(marketplace.code) && !input.byAmazon && !pending && random.chance(shares.easyShip)
  const programs = programsOf(random, input, business, easyShip)
  const packages = input.byAmazon ? [] : packagesOf(random, life, items)
  const order: Order = {
    orderId: input.orderId,
    ...(random.chance(0.3)
      ? { orderAliases: [{ aliasId: input.orderId, aliasType: "SELLER_ORDER_ID" }] }
      : {}),
    createdTime: new Date(input.created).toISOString(),
    lastUpdatedTime: new Date(input.updated).toISOString(),
    ...(programs.length > 0 ? { programs } : {}),
    ...(replacement ? { associatedOrders: [association(random, input.originalOrderId)] } : {}),
    salesChannel: outside
      ? { channelName: "NON_AMAZON", ...(random.chance(0.5) ? { marketplaceId: marketplace.id } : {}) }
      : { channelName: "AMAZON", marketplaceId: marketplace.id, marketplaceName: marketplace.name },
    ...(pending
      ? {}
      : buyerBlocks(random, {
          ...input,
          business,
          easyShip,
          currency,
          total: priced ? totals.total : undefined,
        })),
    ...(priced ? { proceeds: proceedsOf(random, lines, tip, totals.total, currency, discountSign) } : {}),
    fulfillment: orderFulfillment(random, life),
    orderItems: items,
    ...(packages.length > 0 ? { packages } : {}),
    ...(easyShip ? { fulfillmentOrders: [{ fulfillmentOrderId: random.letters(9) }] } : {}),
  }

  const ready = status === "UNSHIPPED" || status === "PARTIALLY_SHIPPED" || status === "SHIPPED"
  const expected: ExpectedOrder = {
    orderId: order.orderId,
    marketplaceId: order.salesChannel.marketplaceId,
    currency,
    status,
    fulfilledBy: input.byAmazon ? "AMAZON" : "MERCHANT",
    importable: ready && items.some((item) => item.quantityOrdered > 0),
    priced,
    basis: marketplace.taxStyle,
    discountSign,
    total: priced ? formatMinor(totals.total, currency) : null,
    taxTotal: priced ? formatMinor(totals.tax, currency) : null,
    deliveryTip: tip > 0 ? formatMinor(tip, currency) : null,
    lines: lines.map(({ item, amounts, amountsShown }) => ({
      orderItemId: item.orderItemId,
      sku: item.product.sellerSku ?? "",
      quantity: item.quantityOrdered,
      total: amounts && amountsShown ? formatMinor(lineTotal(amounts), currency) : null,
      tax: amounts && amountsShown ? formatMinor(lineTax(amounts), currency) : null,
    })),
  }
  return { order, expected }
}

function shownAmounts(lines: readonly Line[]): NonNullable<Line["amounts"]>[] {
  return lines.flatMap((line) => (line.amounts && line.amountsShown ? [line.amounts] : []))
}

function totalsOf(lines: readonly Line[], tip: number): { total: number; tax: number } {
  const amounts = shownAmounts(lines)
  return {
    total: amounts.reduce((sum, line) => sum + lineTotal(line), tip),
    tax: amounts.reduce((sum, line) => sum + lineTax(line), 0),
  }
}

function proceedsOf(
  random: Random,
  lines: readonly Line[],
  tip: number,
  total: number,
  currency: string,
  sign: DiscountSign,
): NonNullable<Order["proceeds"]> {
  const breakdowns = sumByType(shownAmounts(lines), sign).map(([type, value]) => ({
    type,
    subtotal: money(value, currency),
  }))
  const tips =
    tip > 0
      ? [
          {
            type: "DELIVERY_TIP",
            status: random.pick(["PENDING", "FINALIZED"]),
            subtotal: money(tip, currency),
          },
        ]
      : []
  return { grandTotal: money(total, currency), breakdowns: [...breakdowns, ...tips] }
}

function programsOf(random: Random, input: OrderInput, business: boolean, easyShip: boolean): string[] {
  const programs: string[] = []
  if (business) programs.push("AMAZON_BUSINESS")
  if (easyShip) programs.push("AMAZON_EASY_SHIP")
  if (input.status === "PENDING_AVAILABILITY") programs.push("PREORDER")
  if (random.chance(input.byAmazon ? 0.6 : 0.05)) programs.push("PRIME")
  if (!input.byAmazon && random.chance(0.03)) programs.push("PREMIUM")
  return programs
}

function association(random: Random, orderId: string): { orderId: string; associationType: string } {
  return {
    orderId,
    associationType: random.pick([
      "REPLACEMENT_ORIGINAL_ID",
      "REPLACEMENT_ORIGINAL_ID",
      "EXCHANGE_ORIGINAL_ID",
    ]),
  }
}
