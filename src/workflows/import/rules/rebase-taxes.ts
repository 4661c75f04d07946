import { money, type ChannelOrder, type Charge, type Decimal } from "../../../connector"
import { taxableOf } from "./order-totals"

const taxedOnNothing = (charge: Charge, taxInclusive: boolean): boolean =>
  !money.isZero(charge.tax) && money.compare(taxableOf(charge, taxInclusive), money.ZERO) <= 0

/** True when the charge can carry that much more tax and still has something to count it on. */
function canCarry(charge: Charge, taxInclusive: boolean, tax: Decimal): boolean {
  const left = taxInclusive
    ? money.subtract(taxableOf(charge, taxInclusive), tax)
    : taxableOf(charge, taxInclusive)
  return money.compare(left, money.ZERO) > 0
}

/** The charges of one line with the tax of a charge that costs nothing moved to one that costs something. */
export function rebaseCharges(charges: Charge[], taxInclusive: boolean): Charge[] {
  return charges.reduce((all, charge) => {
    if (!taxedOnNothing(charge, taxInclusive)) return all
    const carrier = all.find((one) => one.kind !== charge.kind && canCarry(one, taxInclusive, charge.tax))
    if (!carrier) return all
    return all.map((one) => {
      if (one.kind === charge.kind) return { ...one, tax: money.ZERO }
      return one.kind === carrier.kind ? { ...one, tax: money.sum(one.tax, charge.tax) } : one
    })
  }, charges)
}

/**
 * Platforms state tax on shipping that a discount has made free. Medusa keeps tax as a rate on an amount and cannot write
 * that down, so the tax moves to another charge of the same line: the line, the taxes and the order add up as before.
 */
export function rebaseTaxes(order: ChannelOrder): ChannelOrder {
  return {
    ...order,
    lines: order.lines.map((line) =>
      line.charges ? { ...line, charges: rebaseCharges(line.charges, line.taxInclusive) } : line,
    ),
  }
}
