import { money, taxOnTop, taxWithin } from "../money"
import type { Random } from "../random"
import type { ItemProceeds, ItemProceedsBreakdown } from "../types"
import type { OrderShares } from "./mix"

/** How DISCOUNT subtotals are written; the platform does not say which it is. */
export type DiscountSign = "negative" | "positive"

/** What a line costs, in minor units. Discounts are magnitudes. */
export interface LineAmounts {
  currency: string
  basis: "net" | "gross"
  quantity: number
  unitPrice: number
  item: number
  shipping: number
  giftWrap: number
  codFee: number
  other: number
  itemDiscount: number
  shippingDiscount: number
  /** Tax of what is charged, before the tax of the discount is taken off. */
  itemTax: number
  shippingTax: number
  giftWrapTax: number
  codFeeTax: number
  otherTax: number
  /** Tax taken off with the discounts. */
  discountTax: number
  /** A gross line may come without any TAX breakdown; its tax is unknown to a reader and so counted as 0. */
  taxShown: boolean
}

export interface LineAmountsInput {
  currency: string
  basis: "net" | "gross"
  rate: number
  quantity: number
  codFee: boolean
  shares: OrderShares
}

export function drawAmounts(random: Random, input: LineAmountsInput): LineAmounts {
  const { quantity, shares, basis, rate } = input
  const tax = (amount: number): number => (basis === "net" ? taxOnTop(amount, rate) : taxWithin(amount, rate))
  const unit = random.chance(0.05)
    ? random.int(1, 99)
    : random.int(100, random.chance(0.1) ? 300_000 : 12_000)
  const uneven = quantity > 1 && random.chance(shares.unevenAmount)
  const item = unit * quantity + (uneven ? random.int(1, quantity - 1) : 0)
  const shipping = quantity > 0 && random.chance(shares.shipping) ? random.int(99, 1999) : 0
  const giftWrap = quantity > 0 && random.chance(shares.giftWrap) ? random.int(100, 599) : 0
  const codFee = quantity > 0 && input.codFee ? random.int(200, 450) : 0
  const other = quantity > 0 && random.chance(shares.other) ? random.int(1, 300) : 0
  const discounted = item > 1 && random.chance(shares.discount)
  const itemDiscount = discounted ? random.int(1, item) : 0
  const shippingDiscount = discounted && shipping > 0 && random.chance(0.5) ? random.int(1, shipping) : 0
  const amounts: LineAmounts = {
    currency: input.currency,
    basis,
    quantity,
    unitPrice: unit,
    item,
    shipping,
    giftWrap,
    codFee,
    other,
    itemDiscount,
    shippingDiscount,
    itemTax: tax(item),
    shippingTax: tax(shipping),
    giftWrapTax: tax(giftWrap),
    codFeeTax: tax(codFee),
    otherTax: tax(other),
    discountTax: tax(itemDiscount + shippingDiscount),
    taxShown: basis === "net" || !random.chance(shares.taxLeftOut),
  }
  return isAmbiguous(amounts) ? { ...amounts, itemDiscount: 0, shippingDiscount: 0, discountTax: 0 } : amounts
}

/** Tax of the line after discounts. Parts are rounded one by one, so it may be a unit off the tax of the whole. */
export function lineTax(amounts: LineAmounts): number {
  if (!amounts.taxShown) return 0
  const { itemTax, shippingTax, giftWrapTax, codFeeTax, otherTax, discountTax } = amounts
  return itemTax + shippingTax + giftWrapTax + codFeeTax + otherTax - discountTax
}

/** What the line brings: with the tax on top where prices are net. */
export function lineTotal(amounts: LineAmounts): number {
  return charges(amounts) - discounts(amounts) + (amounts.basis === "net" ? lineTax(amounts) : 0)
}

/** The line's wire block. `proceedsTotal` is the sum with TAX on net lines, without it on gross lines. */
export function lineProceeds(amounts: LineAmounts, sign: DiscountSign): ItemProceeds {
  const { currency } = amounts
  const breakdowns: ItemProceedsBreakdown[] = []
  const add = (type: string, value: number): void => {
    if (value !== 0 || type === "ITEM") breakdowns.push({ type, subtotal: money(value, currency) })
  }
  const details = (
    parts: [string, number][],
  ): { subtype: string; value: { amount: string; currencyCode: string } }[] =>
    parts
      .filter(([, value]) => value !== 0)
      .map(([subtype, value]) => ({ subtype, value: money(value, currency) }))
  const signed = (value: number): number => (sign === "negative" ? -value : value)

  add("ITEM", amounts.item)
  add("SHIPPING", amounts.shipping)
  add("GIFT_WRAP", amounts.giftWrap)
  add("COD_FEE", amounts.codFee)
  add("OTHER", amounts.other)
  if (amounts.taxShown && hasTax(amounts)) {
    breakdowns.push({
      type: "TAX",
      subtotal: money(lineTax(amounts), currency),
      detailedBreakdowns: details([
        ["ITEM", amounts.itemTax],
        ["SHIPPING", amounts.shippingTax],
        ["GIFT_WRAP", amounts.giftWrapTax],
        ["COD_FEE", amounts.codFeeTax],
        ["OTHER", amounts.otherTax],
        ["DISCOUNT", signed(amounts.discountTax)],
      ]),
    })
  }
  if (discounts(amounts) > 0) {
    breakdowns.push({
      type: "DISCOUNT",
      subtotal: money(signed(discounts(amounts)), currency),
      detailedBreakdowns: details([
        ["ITEM", signed(amounts.itemDiscount)],
        ["SHIPPING", signed(amounts.shippingDiscount)],
      ]),
    })
  }
  return { proceedsTotal: money(lineTotal(amounts), currency), breakdowns }
}

/** Sums by type over lines, as minor units, in the order the types appear; for the order's own breakdown. */
export function sumByType(lines: readonly LineAmounts[], sign: DiscountSign): [string, number][] {
  const sum = (value: (line: LineAmounts) => number): number =>
    lines.reduce((total, line) => total + value(line), 0)
  const discount = sum(discounts)
  const all: [string, number][] = [
    ["ITEM", sum((line) => line.item)],
    ["SHIPPING", sum((line) => line.shipping)],
    ["GIFT_WRAP", sum((line) => line.giftWrap)],
    ["COD_FEE", sum((line) => line.codFee)],
    ["OTHER", sum((line) => line.other)],
    ["TAX", sum(lineTax)],
    ["DISCOUNT", sign === "negative" ? -discount : discount],
  ]
  return all.filter(([type, value]) => value !== 0 || type === "ITEM")
}

function charges(amounts: LineAmounts): number {
  return amounts.item + amounts.shipping + amounts.giftWrap + amounts.codFee + amounts.other
}

function discounts(amounts: LineAmounts): number {
  return amounts.itemDiscount + amounts.shippingDiscount
}

function hasTax(amounts: LineAmounts): boolean {
  const { itemTax, shippingTax, giftWrapTax, codFeeTax, otherTax } = amounts
  return itemTax + shippingTax + giftWrapTax + codFeeTax + otherTax > 0
}

/** With tax = 2 x discount two readings give the same total ("+ tax - discount" and "+ discount"). */
function isAmbiguous(amounts: LineAmounts): boolean {
  return discounts(amounts) > 0 && lineTax(amounts) === 2 * discounts(amounts)
}
