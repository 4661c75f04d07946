import { aChannelOrder, aCharge, aLine } from "./__tests__/a-channel-order"
import { shippingOf } from "./shipping-draft"

const line = aLine({ charges: [aCharge(), aCharge({ kind: "shipping", amount: "4.00" })] })
const ofTheOrder = {
  ...aCharge({ kind: "shipping", amount: "6.50", discount: "1.50" }),
  title: "Frete",
  taxInclusive: false,
}
const plan = { shippingOptionId: null }

describe("the shipping of an order", () => {
  it("is what its lines cost to ship and what the order as a whole does, less what was taken off", () => {
    const order = aChannelOrder({ lines: [line], adjustments: [ofTheOrder] })
    expect(shippingOf(order, plan)).toMatchObject([
      { name: "Standard", amount: "10.5", is_tax_inclusive: false, adjustments: [{ amount: "1.5" }] },
    ])
  })

  it("is kept apart by whether tax is in it", () => {
    const adjustments = [{ ...ofTheOrder, taxInclusive: true }]
    const methods = shippingOf(aChannelOrder({ lines: [line], adjustments }), plan)
    expect(methods.map(({ amount, is_tax_inclusive }) => [amount, is_tax_inclusive])).toEqual([
      ["4", false],
      ["6.5", true],
    ])
  })

  it("costs nothing where nothing is charged for it, and carries the account's shipping option", () => {
    expect(shippingOf(aChannelOrder({ shippingService: null }), { shippingOptionId: "so_1" })).toMatchObject([
      { name: "Shipping", amount: "0", shipping_option_id: "so_1", adjustments: [], tax_lines: [] },
    ])
  })
})
