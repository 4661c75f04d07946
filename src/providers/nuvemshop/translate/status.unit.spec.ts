import { aFulfillmentOrder, aLine, aWireOrder, type Json } from "../__tests__/a-wire-order"
import { translateOrder } from "../translate"

const translated = (changes: Json) => translateOrder(aWireOrder(changes), "789")
const order = (one: string, other?: string) => [
  aFulfillmentOrder({ id: "F1", status: one }),
  ...(other
    ? [
        aFulfillmentOrder({
          id: "F2",
          status: other,
          line_items: [{ id: "L2", external_id: 12, quantity: 1 }],
        }),
      ]
    : []),
]

describe("where an order stands", () => {
  it.each<[string, Json, string]>([
    ["paid", { payment_status: "paid" }, "open"],
    ["refunded in part", { payment_status: "partially_refunded" }, "open"],
    ["pending", { payment_status: "pending" }, "pending"],
    ["authorized, which is not paid", { payment_status: "authorized" }, "pending"],
    ["paid in part", { payment_status: "partially_paid" }, "pending"],
    ["abandoned", { payment_status: "abandoned" }, "pending"],
    ["refunded", { payment_status: "refunded" }, "canceled"],
    ["voided", { payment_status: "voided" }, "canceled"],
    ["canceled although paid", { status: "cancelled" }, "canceled"],
    ["canceled before it was paid", { status: "cancelled", payment_status: "pending" }, "canceled"],
    ["archived and paid", { status: "closed" }, "open"],
    ["packed", { fulfillments: order("PACKED") }, "open"],
    ["dispatched", { fulfillments: order("DISPATCHED") }, "shipped"],
    ["ready to be picked up", { fulfillments: order("READY_FOR_PICKUP") }, "shipped"],
    ["delivered", { fulfillments: order("DELIVERED") }, "shipped"],
    [
      "dispatched from one place of two",
      { fulfillments: order("DISPATCHED", "PACKED") },
      "partially_shipped",
    ],
    ["dispatched from both", { fulfillments: order("DISPATCHED", "DELIVERED") }, "shipped"],
    [
      "dispatched, told under the other name",
      { fulfillments: ["F1"], fulfillment_orders: order("DISPATCHED") },
      "shipped",
    ],
    [
      "named by ids only, and shipped by its own word",
      { fulfillments: ["F1"], shipping_status: "shipped" },
      "shipped",
    ],
    ["named by ids only, and unpacked", { fulfillments: ["F1"], shipping_status: "unpacked" }, "open"],
  ])("%s", (_what, changes, status) => {
    expect(translated(changes).status).toBe(status)
  })

  it("does not wait for what is no goods", () => {
    const download = aFulfillmentOrder({ id: "F2", shipping: { type: "non-shippable" }, line_items: [] })
    expect(translated({ fulfillments: [...order("DISPATCHED"), download] }).status).toBe("shipped")
  })

  it("keeps the platform's own words", () => {
    const { platformStatus } = translated({ status: "cancelled", payment_status: "refunded" })
    expect(platformStatus).toBe("cancelled, refunded, unpacked")
  })

  it("tells what was given back where that is all of it, and stays silent where it is a part", () => {
    expect(translated({ payment_status: "refunded" }).refundedTotal).toBe("70.00")
    expect(translated({ payment_status: "partially_refunded" })).not.toHaveProperty("refundedTotal")
  })
})

describe("what of an order has left", () => {
  const products = [aLine({ id: 11, quantity: 2 }), aLine({ id: 12 })]
  const lineItems = [
    { id: "L1", external_id: "11", quantity: 2 },
    { id: "L2", external_id: 12, quantity: 1 },
  ]
  const shipped = (changes: Json) => {
    const one = aFulfillmentOrder({ status: "DISPATCHED", line_items: lineItems, ...changes })
    const { status, lines, packages } = translated({ products, fulfillments: [one], total: "170.00" })
    return { status, shipped: lines.map(({ quantityShipped }) => quantityShipped), packages }
  }

  it("is everything when it went as a whole, under package 1", () => {
    const tracking = { tracking_info: { code: "BR123", url: null }, fulfilled_at: "2026-11-03T10:00:00+0000" }
    expect(shipped(tracking)).toEqual({
      status: "shipped",
      shipped: [2, 1],
      packages: [
        {
          reference: "1",
          carrier: "Correios",
          trackingNumber: "BR123",
          shippedAt: "2026-11-03T10:00:00.000Z",
          lines: [
            { reference: "11", quantity: 2 },
            { reference: "12", quantity: 1 },
          ],
        },
      ],
    })
  })

  const event = (id: string, description: string) => ({
    id,
    status: "dispatched",
    description,
    happened_at: "2026-11-03T10:00:00+0000",
  })
  it("is what the notes of its packages say, each under the number we gave it", () => {
    const tracking_events = [
      event("E1", "Pacote 3 (1 de 3): BR1"),
      event("E2", "Postado na agência"),
      event("E3", "Pacote 4 (1 de 3)"),
    ]
    expect(shipped({ tracking_events })).toMatchObject({
      status: "partially_shipped",
      shipped: [2, 0],
      packages: [
        { reference: "3", trackingNumber: "BR1", shippedAt: "2026-11-03T10:00:00.000Z" },
        { reference: "4", trackingNumber: null },
      ],
    })
    const all = [...tracking_events, event("E4", "Package 5 (1 of 3): BR2")]
    expect(shipped({ tracking_events: all })).toMatchObject({ status: "shipped", shipped: [2, 1] })
    expect(shipped({ tracking_events, status: "DELIVERED" })).toMatchObject({ status: "shipped" })
  })

  it("has names of its own where several places sent without our notes", () => {
    const { packages } = translated({ fulfillments: order("DISPATCHED", "DISPATCHED") })
    expect(packages.map(({ reference }) => reference)).toEqual(["F1", "F2"])
  })
})
