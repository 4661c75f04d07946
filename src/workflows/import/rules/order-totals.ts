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

/**
 * What must stay as it was when the order was imported: lines, quantities and the total. Compared to find orders that the
 * platform changed afterwards. Carries no personal data.
 */
export function fingerprintOf(order: ChannelOrder): string {
  const lines = order.lines.map((line) => `${line.reference}:${line.quantity}`).sort()
  return [order.total === null ? "?" : money.sum(order.total), ...lines].join("|")
}
