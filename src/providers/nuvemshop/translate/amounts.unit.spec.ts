import { money, type ChannelOrder } from "../../../connector"
import { anOrderWorth, brl, aFulfillmentOrder, type Json } from "../__tests__/a-wire-order"
import { translateOrder } from "../translate"

type Expected = {
  /** What is taken off each line. */
  lines: string[]
  /** Amount and what is taken off it. */
  shipping?: [amount: string, discount: string]
  other?: string
}

const partsOf = ({ lines, adjustments }: ChannelOrder): Expected => {
  const shipping = adjustments.find(({ kind }) => kind === "shipping")
  const other = adjustments.find(({ kind }) => kind === "other")
  return {
    lines: lines.map(({ charges }) => charges?.[0]?.discount ?? "?"),
    ...(shipping ? { shipping: [shipping.amount, shipping.discount] } : {}),
    ...(other ? { other: other.amount } : {}),
  }
}

const coupon = (type: string, discount_coupon: string) => ({ coupon: [{ id: 1, type }], discount_coupon })
type Case = [string, Parameters<typeof anOrderWorth>[0], Expected]

const cases: Case[] = [
  [
    "goods and shipping",
    { lines: [["50.00", 1]], shipping: [20], total: "70.00" },
    { lines: ["0"], shipping: ["20", "0"] },
  ],
  [
    "a discount spread over the lines by what they cost",
    {
      lines: [
        ["10.00", 3],
        ["10.00", 1],
      ],
      discount: "4.00",
      total: "36.00",
    },
    { lines: ["3", "1"] },
  ],
  [
    "a discount that cannot be divided evenly",
    {
      lines: [
        ["10.00", 1],
        ["10.00", 1],
        ["10.00", 1],
      ],
      discount: "0.10",
      total: "29.90",
    },
    { lines: ["0.04", "0.03", "0.03"] },
  ],
  [
    "a gift of no price next to a discount",
    {
      lines: [
        ["0.00", 1],
        ["10.00", 1],
      ],
      discount: "1.00",
      total: "9.00",
    },
    { lines: ["0", "1"] },
  ],
  [
    "shipping from two places",
    { lines: [["50.00", 1]], shipping: [12.5, 7.25], total: "69.75" },
    { lines: ["0"], shipping: ["19.75", "0"] },
  ],
  [
    "the same discount stated in parts",
    {
      lines: [["50.00", 1]],
      discount: "5.00",
      total: "45.00",
      changes: { discount_coupon: "3.00", discount_gateway: "2.00" },
    },
    { lines: ["5"] },
  ],
  [
    "parts only, where the whole is not told",
    {
      lines: [["50.00", 1]],
      total: "44.00",
      changes: {
        discount: null,
        discount_coupon: "3.00",
        discount_gateway: "2.00",
        promotional_discount: { total_discount_amount: "1.00" },
      },
    },
    { lines: ["6"] },
  ],
  [
    "a coupon for the shipping",
    {
      lines: [["50.00", 1]],
      discount: "20.00",
      shipping: [20],
      total: "50.00",
      changes: coupon("shipping", "20.00"),
    },
    { lines: ["0"], shipping: ["20", "20"] },
  ],
  [
    "a coupon for the shipping next to a discount on the payment",
    {
      lines: [["50.00", 1]],
      discount: "25.00",
      shipping: [20],
      total: "45.00",
      changes: { ...coupon("shipping", "20.00"), discount_gateway: "5.00" },
    },
    { lines: ["5"], shipping: ["20", "20"] },
  ],
  [
    "a coupon for the shipping that no amount tells",
    { lines: [["50.00", 1]], shipping: [20], total: "50.00", changes: coupon("shipping", "0.00") },
    { lines: ["0"], shipping: ["20", "20"] },
  ],
  [
    "a total that lacks exactly the shipping",
    { lines: [["50.00", 1]], discount: "5.00", shipping: [20], total: "45.00" },
    { lines: ["5"], shipping: ["20", "20"] },
  ],
  [
    "cents that the total has more",
    { lines: [["50.00", 1]], shipping: [20], total: "70.03" },
    { lines: ["0"], shipping: ["20", "0"], other: "0.03" },
  ],
  [
    "cents that the total has less",
    { lines: [["50.00", 1]], shipping: [20], total: "69.98" },
    { lines: ["0.02"], shipping: ["20", "0"] },
  ],
  [
    "a discount of more than the goods",
    { lines: [["50.00", 1]], discount: "60.00", shipping: [20], total: "10.00" },
    { lines: ["50"], shipping: ["20", "10"] },
  ],
  [
    "a discount of more than everything",
    { lines: [["50.00", 1]], discount: "90.00", shipping: [20], total: "0.00" },
    { lines: ["50"], shipping: ["20", "20"] },
  ],
  [
    "shipping that no fulfilment order tells",
    { lines: [["50.00", 1]], discount: "5.00", shipping: null, total: "60.00" },
    { lines: ["5"], shipping: ["15", "0"] },
  ],
  [
    "no fulfilment orders and no shipping",
    { lines: [["50.00", 1]], shipping: null, total: "50.00" },
    { lines: ["0"] },
  ],
  [
    "the older API's shipping",
    { lines: [["50.00", 1]], shipping: null, total: "60.00", changes: { shipping_cost_customer: "9.00" } },
    { lines: ["0"], shipping: ["9", "0"], other: "1" },
  ],
  ["a discount with a sign", { lines: [["50.00", 1]], discount: "-5.00", total: "45.00" }, { lines: ["5"] }],
  ["no goods at all", { lines: [], shipping: [20], total: "20.00" }, { lines: [], shipping: ["20", "0"] }],
]

describe("the money of an order", () => {
  it.each<Case>(cases)("%s", (_what, worth, expected) => {
    const order = translateOrder(anOrderWorth(worth), "789")
    expect(partsOf(order)).toEqual(expected)
    expect(order.total).toBe(worth.total)
    const paid = [...order.lines.flatMap(({ charges }) => charges ?? []), ...order.adjustments].map(
      ({ amount, discount }) => money.subtract(amount, discount),
    )
    expect(money.equal(money.sum(...paid), worth.total)).toBe(true)
  })

  it("of a currency without cents is spread in whole units", () => {
    const worth = {
      lines: [
        ["1000", 1],
        ["1000", 1],
        ["1000", 1],
      ] as [string, number][],
      discount: "100",
      total: "2900",
    }
    const order = translateOrder(anOrderWorth({ ...worth, changes: { currency: "clp" } }), "789")
    expect(partsOf(order).lines).toEqual(["34", "33", "33"])
    expect(order.currency).toBe("CLP")
  })

  it("takes fulfilment orders' numbers without their binary rests", () => {
    const shipping = { type: "ship", consumer_cost: brl(0.1 + 0.2) }
    const fulfillments: Json[] = [aFulfillmentOrder({ shipping })]
    const order = translateOrder(
      anOrderWorth({ lines: [["1.00", 1]], total: "1.30", changes: { fulfillments } }),
      "789",
    )
    expect(order.adjustments).toMatchObject([{ kind: "shipping", amount: "0.3" }])
  })

  it("names the shipping as the buyer chose it, from each place", () => {
    const named = (id: string, name: string | null) =>
      aFulfillmentOrder({
        id,
        shipping: { option: { name }, carrier: { name: "Correios" }, consumer_cost: brl(1) },
      })
    const fulfillments = [named("1", "PAC"), named("2", "PAC"), named("3", null)]
    const order = translateOrder(
      anOrderWorth({ lines: [["1.00", 1]], total: "4.00", changes: { fulfillments } }),
      "789",
    )
    expect(order.shippingService).toBe("PAC, Correios")
  })
})
