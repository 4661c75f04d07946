import {
  contractBroken,
  money,
  problem,
  type ChannelOrder,
  type ChannelOrderLine,
  type Decimal,
} from "../../../connector"
import { taxInclusiveByDefault } from "../marketplaces"
import type { WireMoney, WireOrder } from "../wire"
import { chargesOf, itemMoneyOf, totalOf, type ItemMoney, type Reading } from "./charges"

type LineAmounts = Pick<ChannelOrderLine, "unitPrice" | "taxInclusive" | "charges" | "total">
type OrderAmounts = Pick<ChannelOrder, "currency" | "adjustments" | "total" | "taxTotal" | "assumptions"> & {
  /** In the order of the items. */
  lines: LineAmounts[]
}
type Adjustment = ChannelOrder["adjustments"][number]

/**
 * The money of an order. What Amazon leaves open - whether amounts contain tax, and whether they are before discount - is
 * decided by the sums that Amazon states: per item by `proceedsTotal`, else for the order by `grandTotal`, else by the
 * habit of the marketplace with the assumption `tax_basis_assumed`. Absent money is unknown and never zero.
 * @throws ConnectorError `contract_broken` when the order mixes currencies.
 */
export function amountsOf(order: WireOrder): OrderAmounts {
  const currency = currencyOf(order)
  const byDefault = taxInclusiveByDefault(order.salesChannel.marketplaceId ?? "")
  const found = order.orderItems.map(itemMoneyOf)
  const decided = found.map((one) => (one?.stated ? readingOf(one, byDefault) : undefined))
  const total = order.proceeds?.grandTotal?.amount ?? null
  const whole = decideTogether(order, found, decided, total, byDefault)
  const assumed = order.orderItems.filter((_item, index) => {
    const one = found[index]
    return one && !decided[index] && !whole.decided && !money.isZero(one.tax)
  })
  const lines = order.orderItems.map((item, index): LineAmounts => {
    const unitPrice = item.product.price?.unitPrice?.amount ?? null
    const one = found[index]
    if (!one) return { unitPrice, taxInclusive: byDefault, charges: null, total: null }
    const reading = decided[index] ?? whole.reading
    return {
      unitPrice,
      taxInclusive: reading.taxInclusive,
      charges: chargesOf(one, reading),
      total: totalOf(one, reading),
    }
  })
  return {
    currency,
    lines,
    adjustments: whole.adjustments,
    total,
    // A line canceled before shipping (quantity 0) has no money and takes none away.
    taxTotal: taxTotalOf(found.filter((one, index) => one || order.orderItems[index].quantityOrdered > 0)),
    assumptions: assumed.map((item) => problem("tax_basis_assumed", { line: item.orderItemId })),
  }
}

/** All readings, the most likely first. */
function readings(byDefault: boolean): Reading[] {
  return [true, false].flatMap((beforeDiscount) =>
    [byDefault, !byDefault].map((taxInclusive) => ({ taxInclusive, beforeDiscount })),
  )
}

/** The reading under which an item's parts add up to what is stated; undefined when none does. */
function readingOf(found: ItemMoney, byDefault: boolean): Reading | undefined {
  const { stated } = found
  return readings(byDefault).find(
    (reading) => stated !== null && money.equal(totalOf(found, reading), stated),
  )
}

/**
 * Decides for the order what the items do not decide for themselves: one reading for all of them, and whether tips that
 * are still pending belong to the total already.
 */
function decideTogether(
  order: WireOrder,
  found: (ItemMoney | null)[],
  decided: (Reading | undefined)[],
  total: Decimal | null,
  byDefault: boolean,
): { reading: Reading; adjustments: Adjustment[]; decided: boolean } {
  const options = readings(byDefault)
  const fallback = { reading: options[0], adjustments: tipsOf(order, true), decided: false }
  // A line of quantity 0 without money was canceled and adds nothing.
  const known = order.orderItems.every((item, index) => found[index] !== null || item.quantityOrdered === 0)
  if (total === null || !known) return fallback
  for (const reading of options) {
    for (const adjustments of [tipsOf(order, true), tipsOf(order, false)]) {
      const totals = found.map((one, index) => (one ? totalOf(one, decided[index] ?? reading) : money.ZERO))
      const sum = money.sum(...totals, ...adjustments.map(({ amount }) => amount))
      if (money.equal(sum, total)) return { reading, adjustments, decided: true }
    }
  }
  return fallback
}

/**
 * Tips for the courier, the only order-level breakdown that belongs to no item; all others repeat what the items say. A
 * pending tip is charged after checkout (Orders API v2026-01-01 model, `OrderProceedsBreakdown.status`).
 */
function tipsOf(order: WireOrder, withPending: boolean): Adjustment[] {
  return (order.proceeds?.breakdowns ?? [])
    .filter(({ type }) => type === "DELIVERY_TIP")
    .filter(({ status }) => withPending || status !== "PENDING")
    .filter(({ subtotal }) => !money.isZero(subtotal.amount))
    .map(({ subtotal }) => ({
      kind: "delivery_tip",
      title: "Delivery tip",
      amount: subtotal.amount,
      discount: money.ZERO,
      tax: money.ZERO,
      taxInclusive: true,
    }))
}

function taxTotalOf(found: (ItemMoney | null)[]): Decimal | null {
  const known = found.filter((one) => one !== null)
  if (known.length === 0 || known.length < found.length) return null
  return money.sum(...known.map(({ tax }) => tax))
}

function currencyOf(order: WireOrder): string | null {
  let currency: string | null = null
  for (const [path, { currencyCode }] of moneysOf(order)) {
    currency ??= currencyCode
    if (currencyCode !== currency) {
      throw contractBroken(`${path}.currencyCode`, "The order states amounts in several currencies")
    }
  }
  return currency
}

function* moneysOf(order: WireOrder): Generator<[path: string, found: Pick<WireMoney, "currencyCode">]> {
  if (order.proceeds?.grandTotal) yield ["proceeds.grandTotal", order.proceeds.grandTotal]
  for (const [index, { subtotal }] of (order.proceeds?.breakdowns ?? []).entries()) {
    yield [`proceeds.breakdowns.${index}.subtotal`, subtotal]
  }
  for (const [index, item] of order.orderItems.entries()) {
    const path = `orderItems.${index}`
    const { proceeds } = item
    if (item.product.price?.unitPrice) yield [`${path}.product.price.unitPrice`, item.product.price.unitPrice]
    if (proceeds?.proceedsTotal) yield [`${path}.proceeds.proceedsTotal`, proceeds.proceedsTotal]
    for (const [part, { subtotal, detailedBreakdowns }] of (proceeds?.breakdowns ?? []).entries()) {
      yield [`${path}.proceeds.breakdowns.${part}.subtotal`, subtotal]
      for (const [detail, { value }] of (detailedBreakdowns ?? []).entries()) {
        if (value) yield [`${path}.proceeds.breakdowns.${part}.detailedBreakdowns.${detail}.value`, value]
      }
    }
  }
}
