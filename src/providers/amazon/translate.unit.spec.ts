import { channelOrderSchema } from "../../connector"
import { anItem, aWireOrder, usd, type Json } from "./__tests__/a-wire-order"
import { translateOrder } from "./translate"

const brokenAt = (path: string) =>
  expect.objectContaining({ connectorFailure: expect.objectContaining({ kind: "contract_broken", path }) })

describe("the status of an order", () => {
  it.each([
    ["PENDING", "pending"],
    ["PENDING_AVAILABILITY", "pending"],
    ["UNSHIPPED", "open"],
    ["PARTIALLY_SHIPPED", "partially_shipped"],
    ["SHIPPED", "shipped"],
    ["CANCELLED", "canceled"],
    ["CANCELED", "canceled"],
  ])("%s is %s", (fulfillmentStatus, status) => {
    const order = translateOrder(aWireOrder({ fulfillment: { fulfillmentStatus, fulfilledBy: "MERCHANT" } }))
    expect(order).toMatchObject({ status, platformStatus: fulfillmentStatus, outOfScope: null })
  })

  it.each([
    ["UNSHIPPED", [0, 0], "canceled"],
    ["UNSHIPPED", [0, 1], "open"],
    ["PENDING", [0, 0], "pending"],
    ["UNSHIPPED", [], "open"],
  ])("%s with quantities %j is %s", (fulfillmentStatus, quantities, status) => {
    const orderItems = quantities.map((quantityOrdered, index) =>
      anItem({ orderItemId: `${index}`, quantityOrdered }),
    )
    const order = translateOrder(
      aWireOrder({ orderItems, fulfillment: { fulfillmentStatus, fulfilledBy: "MERCHANT" } }),
    )
    expect(order.status).toBe(status)
    expect(order.lines).toHaveLength(quantities.length)
  })

  it.each<[string, Json, string]>([
    ["no fulfillment block", { fulfillment: undefined }, "fulfillment"],
    [
      "a status Amazon does not document",
      { fulfillment: { fulfillmentStatus: "INVOICE_UNCONFIRMED", fulfilledBy: "MERCHANT" } },
      "fulfillment.fulfillmentStatus",
    ],
    [
      "a status that is a property of every object",
      { fulfillment: { fulfillmentStatus: "constructor", fulfilledBy: "MERCHANT" } },
      "fulfillment.fulfillmentStatus",
    ],
    ["nobody who sends it", { fulfillment: { fulfillmentStatus: "UNSHIPPED" } }, "fulfillment.fulfilledBy"],
    [
      "an unknown sender",
      { fulfillment: { fulfillmentStatus: "UNSHIPPED", fulfilledBy: "DRONE" } },
      "fulfillment.fulfilledBy",
    ],
    ["no marketplace", { salesChannel: { channelName: "AMAZON" } }, "salesChannel.marketplaceId"],
    ["no id", { orderId: undefined }, "orderId"],
    ["no items", { orderItems: undefined }, "orderItems"],
    ["a time without zone", { createdTime: "2026-11-01T10:00:00" }, "createdTime"],
    ["half a unit", { orderItems: [anItem({ quantityOrdered: 0.5 })] }, "orderItems.0.quantityOrdered"],
    ["two lines with one id", { orderItems: [anItem(), anItem()] }, "orderItems.1.orderItemId"],
  ])("an order with %s breaks the contract at its path", (_name, changes, path) => {
    expect(() => translateOrder(aWireOrder(changes))).toThrow(brokenAt(path))
  })
})

describe("who sends an order", () => {
  it.each([
    ["UNSHIPPED", "AMAZON", "platform"],
    ["UNSHIPPED", "MERCHANT", "merchant"],
    ["PENDING", undefined, "merchant"],
    ["CANCELLED", undefined, "merchant"],
    ["UNFULFILLABLE", undefined, "platform"],
  ])("%s by %s: the %s", (fulfillmentStatus, fulfilledBy, expected) => {
    const order = translateOrder(aWireOrder({ fulfillment: { fulfillmentStatus, fulfilledBy } }))
    expect(order.fulfilledBy).toBe(expected)
  })
})

describe("orders no store can import", () => {
  it.each<[string, Json, Json]>([
    [
      "placed in another shop",
      { salesChannel: { channelName: "NON_AMAZON" } },
      { outOfScope: "foreign_channel", marketplace: "NON_AMAZON" },
    ],
    [
      "that cannot be fulfilled",
      { fulfillment: { fulfillmentStatus: "UNFULFILLABLE", fulfilledBy: "AMAZON" } },
      { outOfScope: "unfulfillable", status: "open" },
    ],
  ])("%s are translated and marked", (_name, changes, expected) => {
    expect(translateOrder(aWireOrder(changes))).toMatchObject(expected)
  })
})

describe("a line", () => {
  it.each<[string, Json, Json]>([
    [
      "its SKU",
      { asin: "B0", sellerSku: "S", title: "T" },
      { listingKey: "S", sku: "S", platformProductId: "B0" },
    ],
    ["its ASIN without SKU", { asin: "B0", sellerSku: " ", title: "T" }, { listingKey: "B0", sku: null }],
    ["its own id without both", {}, { listingKey: "line-10000000000001", title: "line-10000000000001" }],
  ])("is mapped by %s", (_name, product, expected) => {
    expect(translateOrder(aWireOrder({ orderItems: [anItem({ product })] })).lines[0]).toMatchObject(expected)
  })

  it("tells how much was ordered and shipped, and what Amazon calls its price", () => {
    const item = anItem({ quantityOrdered: 3, fulfillment: { quantityFulfilled: 2 } })
    expect(translateOrder(aWireOrder({ orderItems: [item] })).lines[0]).toMatchObject({
      quantity: 3,
      quantityShipped: 2,
      unitPrice: "10.00",
    })
  })
})

describe("everything else about an order", () => {
  it("is translated, in UTC", () => {
    const order = translateOrder(
      aWireOrder({
        createdTime: "2026-11-01T10:00:00+02:00",
        fulfillment: {
          fulfillmentStatus: "UNSHIPPED",
          fulfilledBy: "MERCHANT",
          fulfillmentServiceLevel: "STANDARD",
          shipByWindow: { latestDateTime: "2026-11-03T22:59:59Z" },
          deliverByWindow: { earliestDateTime: "2026-11-04T00:00:00Z" },
        },
        payment: {
          paymentExecutions: [
            { paymentMethod: "Pix" },
            { paymentMethod: "GiftCard" },
            { paymentMethod: "Pix" },
          ],
        },
        associatedOrders: [{ orderId: "113-0000000-0000001", associationType: "REPLACEMENT_ORIGINAL_ID" }],
        orderItems: [anItem({ tax: { taxCollections: [{ model: "MARKETPLACE_FACILITATOR" }] } })],
      }),
    )
    expect(order).toMatchObject({
      placedAt: "2026-11-01T08:00:00.000Z",
      updatedAt: "2026-11-01T11:30:00.123Z",
      paidAt: null,
      shipBy: "2026-11-03T22:59:59.000Z",
      deliverBy: null,
      shippingService: "STANDARD",
      paymentMethod: "Pix, GiftCard",
      replaces: "113-0000000-0000001",
      taxCollectedByPlatform: true,
      currency: "USD",
    })
  })

  it("brings packages that have left, and none that were canceled or wait for their courier", () => {
    const aPackage = (packageReferenceId: string, status: string, more: Json = {}) => ({
      packageReferenceId,
      packageStatus: { status },
      ...more,
    })
    const packages = [
      aPackage("1", "SHIPPED", {
        carrier: "UPS",
        trackingNumber: "1Z",
        shipTime: "2026-11-02T10:00:00Z",
        packageItems: [{ orderItemId: "10000000000001", quantity: 1 }],
      }),
      aPackage("2", "CANCELLED", { shipTime: "2026-11-02T10:00:00Z" }),
      aPackage("3", "PENDING"),
      { packageReferenceId: "4" },
    ]
    const order = translateOrder(aWireOrder({ packages }))
    expect(order.packages.map(({ reference }) => reference)).toEqual(["1", "4"])
    expect(order.packages[0]).toEqual({
      reference: "1",
      carrier: "UPS",
      trackingNumber: "1Z",
      shippedAt: "2026-11-02T10:00:00.000Z",
      lines: [{ reference: "10000000000001", quantity: 1 }],
    })
  })

  it("keeps the untouched answer, with fields and words nobody knows yet", () => {
    const wire = aWireOrder({
      programs: ["LATER"],
      novelty: { amount: 1 },
      proceeds: { grandTotal: usd("10.00") },
    })
    const before = JSON.stringify(wire)
    const order = translateOrder(wire)
    expect(order.raw).toBe(wire)
    expect(JSON.stringify(order.raw)).toBe(before)
    expect(channelOrderSchema.safeParse(order).success).toBe(true)
  })
})
