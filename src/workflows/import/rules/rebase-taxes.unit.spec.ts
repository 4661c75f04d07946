import fc from "fast-check"
import { money, type ChannelOrder, type Charge } from "../../../connector"
import { aChannelOrder, aLine } from "./__tests__/a-channel-order"
import { computedTotal } from "./order-totals"
import { rebaseTaxes } from "./rebase-taxes"

const charge = (kind: Charge["kind"], amount: string, discount: string, tax: string): Charge => ({
  kind,
  amount,
  discount,
  tax,
})

const withLines = (taxInclusive: boolean, ...lines: Charge[][]): ChannelOrder =>
  aChannelOrder({
    lines: lines.map((charges, index) => aLine({ reference: `line-${index}`, taxInclusive, charges })),
  })

const chargesOf = (order: ChannelOrder) => order.lines.map((line) => line.charges)
const taxOf = (order: ChannelOrder) =>
  money.sum(...order.lines.flatMap((line) => (line.charges ?? []).map(({ tax }) => tax)))

describe("tax on what costs nothing", () => {
  it("moves to the goods when the shipping is free", () => {
    const order = withLines(false, [
      charge("item", "10.00", "0", "1.00"),
      charge("shipping", "5.00", "5.00", "0.55"),
    ])
    expect(chargesOf(rebaseTaxes(order))).toEqual([
      [charge("item", "10.00", "0", "1.55"), charge("shipping", "5.00", "5.00", "0")],
    ])
  })

  it("moves to another line when its own has nothing to carry it", () => {
    const order = withLines(true, [charge("item", "204", "203", "1")], [charge("item", "19080", "0", "1735")])
    expect(chargesOf(rebaseTaxes(order))).toEqual([
      [charge("item", "204", "203", "0")],
      [charge("item", "19080", "0", "1736")],
    ])
  })

  it("never moves to amounts that mean something else: with tax and without do not mix", () => {
    const order = aChannelOrder({
      lines: [
        aLine({ reference: "free", taxInclusive: false, charges: [charge("item", "5.00", "5.00", "0.55")] }),
        aLine({ reference: "gross", taxInclusive: true, charges: [charge("item", "10.00", "0", "1.00")] }),
      ],
    })
    expect(rebaseTaxes(order)).toEqual(order)
  })

  it("leaves every other charge alone", () => {
    const order = withLines(true, [
      charge("item", "10.00", "2.00", "1.00"),
      charge("shipping", "5.00", "0", "0.55"),
    ])
    expect(rebaseTaxes(order)).toBe(order)
  })

  it("always leaves the order's total and its taxes as they were", () => {
    const cents = fc.integer({ min: 0, max: 2_000 }).map((value) => money.divide(String(value), 100))
    const any = (kind: Charge["kind"]) =>
      fc.record({ kind: fc.constant(kind), amount: cents, discount: cents, tax: cents })
    const line = fc.tuple(any("item"), any("shipping"), any("gift_wrap"))
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.boolean(), (lines, inclusive) => {
        const order = withLines(inclusive, ...lines)
        const rebased = rebaseTaxes(order)
        expect(computedTotal(rebased)).toBe(computedTotal(order))
        expect(taxOf(rebased)).toBe(taxOf(order))
      }),
    )
  })
})
