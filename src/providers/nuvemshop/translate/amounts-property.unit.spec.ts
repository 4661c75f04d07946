import fc from "fast-check"
import { money } from "../../../connector"
import { anOrderWorth } from "../__tests__/a-wire-order"
import { translateOrder } from "../translate"
import { spread } from "./minor-units"

/** Cents as the platform writes them. */
const decimal = (cents: number): string => (cents / 100).toFixed(2)
const cents = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 2_000_000 }))

const anyOrder = fc.record({
  lines: fc.array(fc.record({ price: cents, quantity: fc.integer({ min: 0, max: 20 }) }), { maxLength: 8 }),
  discount: cents,
  coupon: cents,
  gateway: cents,
  couponType: fc.constantFrom("percentage", "absolute", "shipping", null),
  shipping: fc.option(fc.array(cents, { minLength: 1, maxLength: 3 })),
  /** Any total, or one that is made of the parts, some cents off. */
  total: fc.oneof(cents, fc.constant(null)),
  off: fc.integer({ min: -5, max: 5 }),
})

describe("for every order, whatever the platform states", () => {
  it("the charges add up to the total to the cent, and nothing is taken off beyond what there is", () => {
    fc.assert(
      fc.property(anyOrder, (any) => {
        const goods = any.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
        const shipping = (any.shipping ?? []).reduce((sum, cost) => sum + cost, 0)
        const total = any.total ?? Math.max(0, goods - any.discount + shipping + any.off)
        const order = translateOrder(
          anOrderWorth({
            lines: any.lines.map(({ price, quantity }) => [decimal(price), quantity]),
            discount: decimal(any.discount),
            shipping: any.shipping?.map((cost) => cost / 100) ?? null,
            total: decimal(total),
            changes: {
              discount_coupon: decimal(any.coupon),
              discount_gateway: decimal(any.gateway),
              coupon: any.couponType ? [{ type: any.couponType }] : [],
            },
          }),
          "789",
        )
        const charges = [...order.lines.flatMap((line) => line.charges ?? []), ...order.adjustments]
        const paid = charges.map(({ amount, discount }) => money.subtract(amount, discount))
        expect(money.equal(money.sum(...paid), decimal(total))).toBe(true)
        for (const { amount, discount, tax } of charges) {
          expect(money.compare(discount, "0")).toBeGreaterThanOrEqual(0)
          expect(money.compare(discount, amount)).toBeLessThanOrEqual(0)
          expect(money.decimalPlaces(discount)).toBeLessThanOrEqual(2)
          expect(tax).toBe("0")
        }
        order.lines.forEach((line, index) => {
          const amount = any.lines[index].price * any.lines[index].quantity
          expect(money.equal(line.charges?.[0]?.amount ?? "NaN", decimal(amount))).toBe(true)
        })
      }),
      { numRuns: 500 },
    )
  })

  it("what is spread is all spread, in whole units, and nobody gets more than a unit beyond the exact share", () => {
    const parts = fc.array(fc.bigInt({ min: 0n, max: 10_000_000n }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(parts, fc.double({ min: 0, max: 1, noNaN: true }), (sizes, share) => {
        const sum = sizes.reduce((total, size) => total + size, 0n)
        const amount = BigInt(Math.floor(Number(sum) * share))
        const shares = spread(amount, sizes)
        expect(shares.reduce((total, one) => total + one, 0n)).toBe(amount)
        shares.forEach((one, index) => {
          expect(one >= 0n && one <= sizes[index]).toBe(true)
          if (sum > 0n) {
            const exact = (amount * sizes[index]) / sum
            expect(one === exact || one === exact + 1n).toBe(true)
          }
        })
      }),
    )
  })
})
