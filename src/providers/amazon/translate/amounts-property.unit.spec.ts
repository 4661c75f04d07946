import fc from "fast-check"
import { money, type ChannelOrder } from "../../../connector"
import { aWireOrder, anItem, usd, type Json } from "../__tests__/a-wire-order"
import { translateOrder } from "../translate"

const OTHER_KINDS = ["SHIPPING", "GIFT_WRAP", "COD_FEE", "OTHER"]
const MARKETPLACES = ["ATVPDKIKX0DER", "A2Q3Y263D00KWC", "A1PA6795UKMFR9", "A0UNKNOWN"]

/** Minor units to a decimal string, independent of the code under test. */
function decimal(minor: number, scale: number): string {
  const digits = Math.abs(minor)
    .toString()
    .padStart(scale + 1, "0")
  const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  return minor < 0 ? `-${text}` : text
}

const minor = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5_000_000 }))
const anyItem = fc.record({
  item: minor,
  others: fc.dictionary(fc.constantFrom(...OTHER_KINDS), minor),
  tax: minor,
  /** Shares of tax and discount that are stated in detail, by subtype; they need not add up. */
  taxDetails: fc.dictionary(fc.constantFrom("ITEM", "DISCOUNT", "LATER", ...OTHER_KINDS), minor),
  discountDetails: fc.dictionary(fc.constantFrom("ITEM", "LATER", ...OTHER_KINDS), minor),
  discount: fc.nat({ max: 100 }),
  statesTotal: fc.boolean(),
  quantity: fc.integer({ min: 0, max: 9 }),
})

const anyOrder = fc.record({
  items: fc.array(anyItem, { minLength: 1, maxLength: 6 }),
  gross: fc.boolean(),
  discountSign: fc.constantFrom(1, -1),
  scale: fc.constantFrom(0, 2, 3),
  tip: minor,
  marketplaceId: fc.constantFrom(...MARKETPLACES),
})
type AnyOrder = typeof anyOrder extends fc.Arbitrary<infer Value> ? Value : never
type AnyItem = AnyOrder["items"][number]

function built(order: AnyOrder): { wire: Json; taxes: number[]; totals: number[]; grandTotal: number } {
  const money_ = (amount: number) => usd(decimal(amount, order.scale))
  const details = (parts: Record<string, number>, sign: number) =>
    Object.entries(parts).map(([subtype, value]) => ({ subtype, value: money_(value * sign) }))
  const sums = order.items.map((item: AnyItem) => {
    const amount = Object.values(item.others).reduce((left, right) => left + right, item.item)
    // Up to all of the amounts, in percent.
    const discount = Math.floor((amount * item.discount) / 100)
    return { discount, total: amount - discount + (order.gross ? 0 : item.tax) }
  })
  const grandTotal = sums.reduce((left, { total }) => left + total, order.tip)
  const wire = aWireOrder({
    salesChannel: { channelName: "AMAZON", marketplaceId: order.marketplaceId },
    proceeds: {
      grandTotal: money_(grandTotal),
      breakdowns: [{ type: "DELIVERY_TIP", status: "FINALIZED", subtotal: money_(order.tip) }],
    },
    orderItems: order.items.map((item: AnyItem, index) =>
      anItem({
        orderItemId: String(index + 1),
        quantityOrdered: item.quantity,
        proceeds: {
          ...(item.statesTotal ? { proceedsTotal: money_(sums[index].total) } : {}),
          breakdowns: [
            { type: "ITEM", subtotal: money_(item.item) },
            ...Object.entries(item.others).map(([type, amount]) => ({ type, subtotal: money_(amount) })),
            {
              type: "DISCOUNT",
              subtotal: money_(sums[index].discount * order.discountSign),
              detailedBreakdowns: details(item.discountDetails, order.discountSign),
            },
            { type: "TAX", subtotal: money_(item.tax), detailedBreakdowns: details(item.taxDetails, 1) },
          ],
        },
      }),
    ),
  })
  return {
    wire,
    taxes: order.items.map(({ tax }) => tax),
    totals: sums.map(({ total }) => total),
    grandTotal,
  }
}

function paid(order: ChannelOrder): string {
  const lines = order.lines.map((line) => line.total ?? "NaN")
  return money.sum(
    ...lines,
    ...order.adjustments.map(({ amount, discount }) => money.subtract(amount, discount)),
  )
}

describe("for any order whose total is made of its parts, net or gross, with discounts of either sign", () => {
  const run = (
    check: (order: AnyOrder, translated: ChannelOrder, built_: ReturnType<typeof built>) => void,
  ) =>
    fc.assert(
      fc.property(anyOrder, (order) => {
        const made = built(order)
        check(order, translateOrder(made.wire), made)
      }),
      { numRuns: 500 },
    )

  it("the lines and adjustments add up to the order's total, to the last digit", () => {
    run((order, translated, { grandTotal }) => {
      expect(money.equal(paid(translated), decimal(grandTotal, order.scale))).toBe(true)
      expect(translated.assumptions).toEqual([])
    })
  })

  it("every line costs what Amazon says where it says it", () => {
    run((order, translated, { totals }) => {
      for (const [index, line] of translated.lines.entries()) {
        if (order.items[index].statesTotal) {
          expect(money.equal(line.total ?? "NaN", decimal(totals[index], order.scale))).toBe(true)
        }
      }
    })
  })

  it("the taxes of the charges add up to the tax of the line and of the order", () => {
    run((order, translated, { taxes }) => {
      for (const [index, line] of translated.lines.entries()) {
        const charged = money.sum(...(line.charges ?? []).map(({ tax }) => tax))
        expect(money.equal(charged, decimal(taxes[index], order.scale))).toBe(true)
      }
      const all = taxes.reduce((left, right) => left + right, 0)
      expect(money.equal(translated.taxTotal ?? "NaN", decimal(all, order.scale))).toBe(true)
    })
  })

  it("a line's total is what its charges add up to, and no charge has a negative discount or tax", () => {
    run((_order, translated) => {
      for (const line of translated.lines) {
        const charges = line.charges ?? []
        const parts = charges.map(({ amount, discount, tax }) =>
          money.sum(amount, money.negate(discount), line.taxInclusive ? "0" : tax),
        )
        expect(money.equal(money.sum(...parts), line.total ?? "NaN")).toBe(true)
        for (const { discount, tax, amount } of charges) {
          expect(money.compare(discount, "0")).toBeGreaterThanOrEqual(0)
          expect(money.compare(tax, "0")).toBeGreaterThanOrEqual(0)
          expect(money.compare(discount, amount)).toBeLessThanOrEqual(0)
        }
      }
    })
  })
})
