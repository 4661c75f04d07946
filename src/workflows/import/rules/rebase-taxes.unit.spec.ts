import fc from "fast-check"
import { money, type Charge } from "../../../connector"
import { chargeTotal } from "./order-totals"
import { rebaseCharges } from "./rebase-taxes"

const charge = (kind: Charge["kind"], amount: string, discount: string, tax: string): Charge => ({
  kind,
  amount,
  discount,
  tax,
})

describe("tax on a charge that costs nothing", () => {
  it("moves to the goods when the shipping is free", () => {
    const charges = [charge("item", "10.00", "0", "1.00"), charge("shipping", "5.00", "5.00", "0.55")]
    expect(rebaseCharges(charges, false)).toEqual([
      charge("item", "10.00", "0", "1.55"),
      charge("shipping", "5.00", "5.00", "0"),
    ])
  })

  it("stays where nothing on the line can carry it", () => {
    const charges = [charge("item", "5.00", "5.00", "0.55")]
    expect(rebaseCharges(charges, false)).toEqual(charges)
  })

  it("leaves every other charge alone", () => {
    const charges = [charge("item", "10.00", "2.00", "1.00"), charge("shipping", "5.00", "0", "0.55")]
    expect(rebaseCharges(charges, true)).toEqual(charges)
  })

  it("always leaves the line's total and its tax as they were", () => {
    const cents = fc.integer({ min: 0, max: 2_000 }).map((value) => money.divide(String(value), 100))
    const any = (kind: Charge["kind"]) =>
      fc.record({ kind: fc.constant(kind), amount: cents, discount: cents, tax: cents })
    fc.assert(
      fc.property(
        any("item"),
        any("shipping"),
        any("gift_wrap"),
        fc.boolean(),
        (item, shipping, wrap, inclusive) => {
          const before = [item, shipping, wrap]
          const after = rebaseCharges(before, inclusive)
          const total = (charges: Charge[]) => money.sum(...charges.map((one) => chargeTotal(one, inclusive)))
          expect(total(after)).toBe(total(before))
          expect(money.sum(...after.map(({ tax }) => tax))).toBe(money.sum(...before.map(({ tax }) => tax)))
        },
      ),
    )
  })
})
