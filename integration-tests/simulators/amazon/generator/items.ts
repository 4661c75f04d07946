import { currencyDecimals, money } from "../money"
import type { Marketplace } from "../marketplaces"
import type { Random } from "../random"
import type { FulfillmentStatus, OrderItem } from "../types"
import { type DiscountSign, drawAmounts, type LineAmounts, lineProceeds } from "./amounts"
import type { OrderMix, OrderShares } from "./mix"

export interface Line {
  item: OrderItem
  /** Absent when the order shows no amounts. */
  amounts?: LineAmounts
  /** A line of quantity 0 may show amounts of zero, or none. */
  amountsShown: boolean
}

export interface ItemsInput {
  marketplace: Marketplace
  status: FulfillmentStatus
  priced: boolean
  business: boolean
  skus: readonly string[]
  titles: Readonly<Record<string, string>>
  mix: OrderMix
  shares: OrderShares
  discountSign: DiscountSign
}

const UNICODE_TITLES = [
  "Caneca “São João” – 300 ml",
  "Größe XL – Hüftjacke ☂",
  "オーガニック Tシャツ（黒）",
  "Café Ñandú 🎁 ½ kg",
  "قميص قطن",
]

/** The lines of one order; at least one of them has units unless the order is cancelled. */
export function drawLines(random: Random, input: ItemsInput): Line[] {
  const { mix, shares, marketplace, status } = input
  const count = random.int(mix.lines.min, mix.lines.max)
  const order = random.shuffle(input.skus)
  const skus = Array.from({ length: count }, (_, index) => order[index % order.length] ?? "SKU")
  const first = skus[0]
  if (count > 1 && first !== undefined && random.chance(shares.repeatedSku)) skus[count - 1] = first
  const rate = random.pick(marketplace.taxRates)
  const codFee = random.chance(shares.codFee)
  const cancelled = status === "CANCELLED"
  const emptied = cancelled && random.chance(0.3)
  return skus.map((sku, index) => {
    const partial = status === "PARTIALLY_SHIPPED" && index === 0
    const none = emptied || (random.chance(shares.zeroQuantity) && index > 0)
    const quantity = none ? 0 : Math.max(partial ? 2 : 1, random.int(mix.quantity.min, mix.quantity.max))
    const drawn = drawAmounts(random, {
      currency: marketplace.currency,
      basis: marketplace.taxStyle,
      rate,
      quantity,
      codFee: codFee && index === 0,
      shares,
    })
    const amounts = input.priced ? drawn : undefined
    const amountsShown = amounts !== undefined && (quantity > 0 || random.chance(0.5))
    return {
      item: itemOf(random, input, sku, quantity, amountsShown ? amounts : undefined),
      amountsShown,
      ...(amounts ? { amounts } : {}),
    }
  })
}

function itemOf(
  random: Random,
  input: ItemsInput,
  sku: string,
  quantity: number,
  amounts: LineAmounts | undefined,
): OrderItem {
  const { marketplace, shares, status } = input
  const { currency, code } = marketplace
  const title = random.chance(shares.unicodeTitle)
    ? random.pick(UNICODE_TITLES)
    : (input.titles[sku] ?? titleOf(sku))
  const item: OrderItem = {
    orderItemId: random.digits(14),
    quantityOrdered: quantity,
    product: {
      asin: `B0${random.letters(8)}`,
      title,
      sellerSku: sku,
      condition: { conditionType: "NEW", conditionSubtype: "NEW" },
    },
  }
  if (random.chance(0.03)) item.programs = ["SUBSCRIBE_AND_SAVE"]
  const cancelled = status === "CANCELLED" || quantity === 0
  if (cancelled) {
    const cancelledBy = random.pick(["BUYER", "MERCHANT", "AMAZON"])
    item.cancellation = { cancellationExecution: { cancelledBy, cancelReason: "Order no longer needed" } }
  }
  if (!amounts) return item

  const unitPrice = amounts.unitPrice
  item.product.price = {
    unitPrice: money(unitPrice, currency),
    ...(input.business ? { priceDesignation: "BUSINESS_PRICE" } : {}),
  }
  item.proceeds = lineProceeds(amounts, input.discountSign)
  if (amounts.giftWrap > 0) {
    item.fulfillment = {
      packing: { giftOption: { giftMessage: "Feliz aniversário! 🎂", giftWrapLevel: "Gift bag" } },
    }
  }
  if (amounts.itemDiscount > 0)
    item.promotion = { breakdowns: [{ promotionId: `PLM-${random.letters(10)}` }] }
  if (amounts.basis === "net" && amounts.itemTax > 0) {
    item.tax = {
      taxCollections: [{ model: "MARKETPLACE_FACILITATOR", responsibleParty: "Amazon Services, Inc." }],
    }
  }
  if (marketplace.region === "EU" && random.chance(0.1))
    item.tax = { taxCalculationBreakdowns: [{ reportingScheme: "UOSS" }] }
  if (code === "JP" && random.chance(0.4)) {
    const points = random.int(1, 200)
    const pointsMonetaryValue = money(currencyDecimals(currency) === 0 ? points : points * 100, currency)
    item.expense = { pointsCost: { pointsGranted: { pointsNumber: points, pointsMonetaryValue } } }
  }
  return item
}

export function titleOf(sku: string): string {
  return sku
    .split(/[-_ ]+/)
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join(" ")
}
