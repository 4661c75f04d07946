import { money, type ChannelOrder, type Charge, type Decimal } from "../../../connector"

/** What the buyer pays for a charge. */
export function chargeTotal(charge: Charge, taxInclusive: boolean): Decimal {
  return money.sum(charge.amount, money.negate(charge.discount), taxInclusive ? money.ZERO : charge.tax)
}

/** The part of a charge that the tax is counted on. */
export function taxableOf(charge: Charge, taxInclusive: boolean): Decimal {
  return money.sum(
    charge.amount,
    money.negate(charge.discount),
    taxInclusive ? money.negate(charge.tax) : money.ZERO,
  )
}

/** All charges of an order that are known, each with its tax basis. A line canceled before shipping brings none. */
export function chargesOf(order: ChannelOrder): { charge: Charge; taxInclusive: boolean }[] {
  return [
    ...order.lines
      .filter((line) => line.quantity > 0)
      .flatMap((line) => (line.charges ?? []).map((charge) => ({ charge, taxInclusive: line.taxInclusive }))),
    ...order.adjustments.map((charge) => ({ charge, taxInclusive: charge.taxInclusive })),
  ]
}

/** Sum of everything the buyer pays, from the charges. */
export function computedTotal(order: ChannelOrder): Decimal {
  return money.sum(...chargesOf(order).map(({ charge, taxInclusive }) => chargeTotal(charge, taxInclusive)))
}

const REFUNDED = "|refunded="

/**
 * What must stay as it was when the order was imported: lines, quantities, the total, and what of it was given back. Compared to
 * find orders that the platform changed afterwards. Carries no personal data. Orders without a refund keep the fingerprint that
 * they had before refunds were part of it.
 */
export function fingerprintOf(order: ChannelOrder): string {
  const lines = order.lines.map((line) => `${line.reference}:${line.quantity}`).sort()
  const refunded =
    order.refundedTotal && !money.isZero(order.refundedTotal) ? money.sum(order.refundedTotal) : null
  const sold = [order.total === null ? "?" : money.sum(order.total), ...lines].join("|")
  return refunded === null ? sold : sold + REFUNDED + refunded
}

/** What of an order the platform changed since a fingerprint was taken; undefined where nothing did. */
export function changeSince(
  fingerprint: string,
  order: ChannelOrder,
): "lines_or_total" | "refund" | undefined {
  const now = fingerprintOf(order)
  if (now === fingerprint) return undefined
  const [before, after] = [fingerprint, now].map((one) => one.split(REFUNDED)[0])
  return before === after ? "refund" : "lines_or_total"
}
