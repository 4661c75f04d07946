import { money, type ChannelOrder, type Charge } from "../../../connector"
import { taxableOf } from "./order-totals"

/** A charge with its place in the order. */
type Slot = { line: number; taxInclusive: boolean; charge: Charge }

const taxedOnNothing = ({ charge, taxInclusive }: Slot): boolean =>
  !money.isZero(charge.tax) && money.compare(taxableOf(charge, taxInclusive), money.ZERO) <= 0

/** True when the charge can carry the other's tax as well and still has something to count it on. */
function canCarry({ charge, taxInclusive }: Slot, other: Slot): boolean {
  if (taxInclusive !== other.taxInclusive) return false
  const taxable = taxableOf(charge, taxInclusive)
  const left = taxInclusive ? money.subtract(taxable, other.charge.tax) : taxable
  return money.compare(left, money.ZERO) > 0
}

const withTax = (slot: Slot, tax: string): Slot => ({ ...slot, charge: { ...slot.charge, tax } })

/** Moves the tax of one slot to a charge of its own line, else to one of another line; nothing where none can carry it. */
function moveTax(slots: Slot[], index: number): Slot[] {
  const from = slots[index]
  const fits = (slot: Slot, at: number): boolean => at !== index && canCarry(slot, from)
  const near = slots.findIndex((slot, at) => slot.line === from.line && fits(slot, at))
  const carrier = near >= 0 ? near : slots.findIndex(fits)
  if (carrier < 0) return slots
  return slots.map((slot, at) => {
    if (at === index) return withTax(slot, money.ZERO)
    return at === carrier ? withTax(slot, money.sum(slot.charge.tax, from.charge.tax)) : slot
  })
}

/**
 * Platforms state tax on what a discount has made free, or as much tax as something costs. Medusa keeps tax as a rate on an
 * amount and cannot write that down, so the tax moves to another charge: of the same line, else of another. The order's
 * total and its taxes stay as they were, and so does every line unless the tax had to leave it.
 */
export function rebaseTaxes(order: ChannelOrder): ChannelOrder {
  const slots = order.lines.flatMap(({ charges, taxInclusive, quantity }, line): Slot[] =>
    quantity > 0 ? (charges ?? []).map((charge) => ({ line, taxInclusive, charge })) : [],
  )
  if (!slots.some(taxedOnNothing)) return order
  const moved = slots.reduce(
    (all, _slot, index) => (taxedOnNothing(all[index]) ? moveTax(all, index) : all),
    slots,
  )
  return {
    ...order,
    lines: order.lines.map((line, index) =>
      line.charges && line.quantity > 0
        ? { ...line, charges: moved.filter((slot) => slot.line === index).map(({ charge }) => charge) }
        : line,
    ),
  }
}
