import {
  money,
  type ChannelOrder,
  type ChannelOrderLine,
  type Charge,
  type Decimal,
} from "../../../connector"
import { textOf } from "../wire"
import { fromMinor, placesOf, spread, toMinor } from "./minor-units"
import { fulfillmentOrdersOf, type WireOrder } from "./wire-order"

type LineAmounts = Pick<ChannelOrderLine, "unitPrice" | "taxInclusive" | "charges" | "total">
type OrderAmounts = Pick<
  ChannelOrder,
  "currency" | "adjustments" | "total" | "taxTotal" | "shippingService"
> & {
  /** In the order of the products. */
  lines: LineAmounts[]
}
type Adjustment = ChannelOrder["adjustments"][number]

/**
 * The money of an order, so that it adds up to the platform's total to the cent. Prices contain their tax, which is not told.
 *
 * `discount` holds all that is taken off (coupon, payment method, promotions) and is spread over the lines. Where goods, discount
 * and shipping do not add up to the total, the total counts: what it has more is a charge of its own, what it has less is taken
 * off as well. No order is left out for a cent.
 */
export function amountsOf(order: WireOrder): OrderAmounts {
  const currency = order.currency.toUpperCase()
  const goods = order.products.map(({ price, quantity }) => money.multiply(price, quantity))
  const discount = order.discount ?? discountParts(order)
  const costs = shippingCosts(order)
  const known = [...goods, discount, order.total, ...(costs ?? [])]
  const places = Math.max(placesOf(currency), ...known.map(money.decimalPlaces))
  const minor = (amount: Decimal): bigint => toMinor(amount, places)
  const decimal = (amount: bigint): Decimal => fromMinor(amount, places)

  const parts = goods.map(minor)
  const goodsSum = sumOf(parts)
  const total = minor(order.total)
  const stated = absolute(minor(discount))
  // Without a word about shipping, it is what the buyer pays beyond the goods.
  const shipping = costs ? sumOf(costs.map(minor)) : largest(total - (goodsSum - stated), 0n)
  const missing = goodsSum - stated + shipping - total
  const taken = least(largest(stated, stated + missing), goodsSum + shipping)
  const extra = total - (goodsSum + shipping - taken)

  const shippingIsFree = hasShippingCoupon(order) || missing === shipping
  const notForShipping = minor(otherDiscounts(order))
  const wanted = shippingIsFree ? largest(taken - notForShipping, 0n) : 0n
  // Lines take what they can; what is more than all goods is taken off the shipping.
  const offShipping = least(largest(least(wanted, shipping), taken - goodsSum), shipping)
  const offLines = spread(taken - offShipping, parts)

  return {
    currency,
    lines: order.products.map(({ price }, index) => ({
      unitPrice: price,
      taxInclusive: true,
      charges: [charge("item", decimal(parts[index]), decimal(offLines[index]))],
      total: decimal(parts[index] - offLines[index]),
    })),
    adjustments: [
      ...adjustment("shipping", shippingServiceOf(order) ?? "", decimal(shipping), decimal(offShipping)),
      ...adjustment("other", "", decimal(extra), money.ZERO),
    ],
    total: order.total,
    taxTotal: money.ZERO,
    shippingService: shippingServiceOf(order),
  }
}

/** Only where `discount` itself is missing: it holds its parts already. */
function discountParts(order: WireOrder): Decimal {
  return money.sum(order.discount_coupon ?? money.ZERO, otherDiscounts(order))
}

/** What is taken off for other reasons than a coupon. */
function otherDiscounts(order: WireOrder): Decimal {
  return money.sum(
    order.discount_gateway ?? money.ZERO,
    order.promotional_discount?.total_discount_amount ?? money.ZERO,
  )
}

function hasShippingCoupon(order: WireOrder): boolean {
  return (order.coupon ?? []).some(({ type }) => type === "shipping")
}

/** What the buyer pays for shipping, part by part; undefined where the order does not tell. */
function shippingCosts(order: WireOrder): Decimal[] | undefined {
  const told = fulfillmentOrdersOf(order)?.flatMap(({ shipping }) => shipping?.consumer_cost?.value ?? [])
  if (told && told.length > 0) return told
  return order.shipping_cost_customer ? [order.shipping_cost_customer] : undefined
}

function shippingServiceOf(order: WireOrder): string | null {
  const names = (fulfillmentOrdersOf(order) ?? [])
    .map(({ shipping }) => textOf(shipping?.option?.name) ?? textOf(shipping?.carrier?.name))
    .filter((name) => name !== null)
  return names.length > 0 ? [...new Set(names)].join(", ") : textOf(order.shipping_option)
}

function charge(kind: Charge["kind"], amount: Decimal, discount: Decimal): Charge {
  return { kind, amount, discount, tax: money.ZERO }
}

function adjustment(kind: Charge["kind"], title: string, amount: Decimal, discount: Decimal): Adjustment[] {
  if (money.isZero(amount)) return []
  return [{ ...charge(kind, amount, discount), title, taxInclusive: true }]
}

const sumOf = (amounts: bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n)
const absolute = (amount: bigint): bigint => (amount < 0n ? -amount : amount)
const least = (left: bigint, right: bigint): bigint => (left < right ? left : right)
const largest = (left: bigint, right: bigint): bigint => (left > right ? left : right)
