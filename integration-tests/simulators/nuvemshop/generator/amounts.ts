import type { Random } from "../../amazon/random"
import { type Cents, cents, decimal } from "../money"
import type { LineOptions, PlaceOrderOptions } from "../orders/place-order-options"
import type { ProductOptions, VariantOptions } from "../products/product"
import type { Mix } from "./mix"

export interface Article {
  product: ProductOptions
  variant: VariantOptions
}

export interface DrawnLine {
  sku: string
  name: string
  unitPrice: Cents
  quantity: number
}

export interface DrawnAmounts {
  order: Pick<PlaceOrderOptions, "lines" | "discounts" | "coupon" | "shipping" | "packages" | "rounding">
  lines: DrawnLine[]
  subtotal: Cents
  discount: Cents
  shipping: Cents
  rounding: Cents
  total: Cents
}

/** Lines, discounts and shipping of one order, in whole cents; no part ever makes the total negative. */
export function drawAmounts(random: Random, articles: readonly Article[], mix: Mix): DrawnAmounts {
  const lines = drawLines(random, articles, mix)
  const subtotal = lines.reduce((sum, line) => sum + line.unitPrice * line.quantity, 0)
  let left = subtotal
  const part = (share: number, most: number): Cents => {
    if (!random.chance(share) || left < 2) return 0
    const amount = random.int(1, Math.max(1, Math.floor(Math.min(left - 1, subtotal * most))))
    left -= amount
    return amount
  }
  const promotion = part(mix.promotion, 0.3)
  const coupon = part(mix.coupon, 0.2)
  const gateway = part(mix.paymentDiscount, 0.1)
  const free = random.chance(mix.freeShipping)
  const merchantCost = random.chance(mix.shipping) ? random.int(990, 6990) : 0
  const shipping = free ? 0 : merchantCost
  const rounding = random.chance(mix.rounding) && subtotal > 10 ? random.pick([-1, 1]) : 0
  const discount = promotion + coupon + gateway
  return {
    order: {
      lines: lines.map(({ sku, unitPrice, quantity }): LineOptions => ({
        sku,
        quantity,
        price: decimal(unitPrice),
      })),
      discounts: { promotion: decimal(promotion), coupon: decimal(coupon), gateway: decimal(gateway) },
      ...couponOf(coupon, free),
      shipping: { cost: decimal(shipping), merchantCost: decimal(merchantCost) },
      packages: lines.length > 1 && random.chance(mix.twoPackages) ? 2 : 1,
      rounding: decimal(rounding),
    },
    lines,
    subtotal,
    discount,
    shipping,
    rounding,
    total: subtotal - discount + shipping + rounding,
  }
}

function couponOf(amount: Cents, free: boolean): Pick<PlaceOrderOptions, "coupon"> {
  if (amount > 0) return { coupon: { code: "BEMVINDO", type: "absolute", value: decimal(amount) } }
  return free ? { coupon: { code: "FRETEGRATIS", type: "shipping", value: "0.00" } } : {}
}

function drawLines(random: Random, articles: readonly Article[], mix: Mix): DrawnLine[] {
  const count = random.int(mix.lines.min, mix.lines.max)
  const lines = random
    .shuffle(articles)
    .slice(0, count)
    .map((article) => drawLine(random, article, mix))
  const [first] = lines
  if (first && random.chance(mix.sameVariantTwice)) lines.push({ ...first, quantity: 1 })
  const last = lines.at(-1)
  if (last && lines.length > 1 && random.chance(mix.gift)) last.unitPrice = 0
  return lines
}

function drawLine(random: Random, { product, variant }: Article, mix: Mix): DrawnLine {
  const sku = variant.sku
  if (!sku) throw new Error("A generated order needs products with SKUs.")
  const values = variant.values ?? []
  const price = cents(variant.price ?? "10.00")
  return {
    sku,
    name: values.length > 0 ? `${product.name} (${values.join(", ")})` : product.name,
    // A product's own promotion shows in the price of the line.
    unitPrice: random.chance(0.2) ? Math.max(1, price - random.int(1, Math.floor(price / 2))) : price,
    quantity: random.int(mix.quantity.min, mix.quantity.max),
  }
}
