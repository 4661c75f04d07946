import type { Order } from ".."
import { accessToken, send } from "./requests"
import {
  confirmationPath,
  first,
  orderId,
  outcome,
  parcel,
  second,
  units,
  US,
  WaitingOrders,
} from "./waiting-orders"

const waiting = new WaitingOrders()

describe("a confirmed shipment", () => {
  it("answers 204 without a body, and the order shows its package", async () => {
    const reply = await waiting.confirm()
    expect([reply.status, reply.text]).toEqual([204, ""])
    expect(reply.headers.get("x-amzn-RateLimit-Limit")).toBe("1000")
    expect((await waiting.seen()).packages).toEqual([
      {
        packageReferenceId: "1",
        createdTime: "2026-11-20T12:00:00.000Z",
        packageStatus: { status: "SHIPPED" },
        carrier: "UPS",
        shipTime: "2026-11-20T11:00:00.000Z",
        shippingService: "Ground",
        trackingNumber: "1Z999",
        packageItems: [{ orderItemId: first, quantity: 1 }],
      },
    ])
  })

  it("goes from partly to wholly shipped by packages of different references", async () => {
    const statuses: unknown[] = []
    for (const [packageReferenceId, orderItems] of [
      ["1", units(2)],
      ["2", units(1, 1)],
      ["3", [{ orderItemId: second, quantity: 2 }]],
    ] as const) {
      waiting.now += 1000
      expect(await outcome(waiting.confirm({ packageReferenceId, orderItems }))).toBe("done")
      const order = await waiting.seen()
      expect(order.lastUpdatedTime).toBe(new Date(waiting.now).toISOString())
      statuses.push(order.fulfillment?.fulfillmentStatus)
    }
    expect(statuses).toEqual(["PARTIALLY_SHIPPED", "PARTIALLY_SHIPPED", "SHIPPED"])
    expect(
      waiting.simulator.order(orderId).orderItems.map((item) => item.fulfillment?.quantityUnfulfilled),
    ).toEqual([0, 0])
  })

  it("is edited by the same reference: carrier and tracking change, the units do not count twice", async () => {
    await waiting.confirm({ orderItems: units(3, 3) })
    expect(await outcome(waiting.confirm({ trackingNumber: "NEW", carrierCode: "FedEx" }))).toBe("done")
    const { packages, fulfillment } = await waiting.seen()
    expect(packages).toHaveLength(1)
    expect(packages?.[0]).toMatchObject({
      trackingNumber: "NEW",
      carrier: "FedEx",
      packageItems: units(3, 3),
    })
    expect(fulfillment?.fulfillmentStatus).toBe("SHIPPED")
  })

  it("shows the name of a carrier that Amazon does not know", async () => {
    await waiting.confirm({ carrierCode: "Other", carrierName: "Jadlog" })
    expect((await waiting.seen()).packages?.[0]?.carrier).toBe("Jadlog")
  })

  it("is seen by others only after the delay", async () => {
    waiting.simulator.switches.packageVisibilityDelayMs = 60_000
    await waiting.confirm()
    expect((await waiting.seen()).packages).toBeUndefined()
    waiting.now += 60_000
    expect((await waiting.seen()).packages).toHaveLength(1)
  })
})

describe("a shipment is refused", () => {
  const wrongType = (field: string) =>
    `400 InvalidInput: The input you have submitted is not valid. Please check the fields with invalid type [${field}].`
  const missing = (field: string) =>
    `400 InvalidInput: The input you have submitted is not valid. Please check the fields with missing value [${field}].`
  const reference = (text: string) =>
    `400 InvalidInput: PackageReferenceId: ${text} is invalid, must be a positive numeric value.`
  it.each([
    ["a number as reference", { packageReferenceId: 1 }, wrongType("packageDetail.packageReferenceId")],
    ["no reference", { packageReferenceId: undefined }, reference("")],
    ["letters as reference", { packageReferenceId: "PKG-1" }, reference("PKG-1")],
    ["zero as reference", { packageReferenceId: "0" }, reference("0")],
    ["a negative reference", { packageReferenceId: "-1" }, reference("-1")],
    ["no carrier", { carrierCode: undefined }, missing("packageDetail.carrierCode")],
    ["an empty carrier", { carrierCode: "" }, missing("packageDetail.carrierCode")],
    ["Other without a name", { carrierCode: "Other" }, missing("packageDetail.carrierName")],
    ["no tracking number", { trackingNumber: undefined }, missing("packageDetail.trackingNumber")],
    ["no date", { shipDate: undefined }, missing("packageDetail.shipDate")],
    ["a date as Americans write it", { shipDate: "02/21/2026" }, wrongType("packageDetail.shipDate")],
    ["a date without a time", { shipDate: "2026-11-20" }, wrongType("packageDetail.shipDate")],
    ["a day to come", { shipDate: "2026-11-20T12:00:01Z" }, expect.stringContaining("in the future")],
    [
      "a day before the order",
      { shipDate: "2026-11-16T00:00:00Z" },
      expect.stringContaining("before the order"),
    ],
    ["no items", { orderItems: [] }, missing("packageDetail.orderItems")],
    [
      "an item without quantity",
      { orderItems: [{ orderItemId: "1" }] },
      missing("packageDetail.orderItems[0].quantity"),
    ],
    ["a quantity of 0", { orderItems: units(0) }, expect.stringContaining("positive integer")],
    ["half a unit", { orderItems: units(0.5) }, expect.stringContaining("positive integer")],
    ["more than ordered", { orderItems: units(4) }, expect.stringContaining("3 are left to ship")],
    [
      "more than ordered, on two rows",
      { orderItems: [...units(2), ...units(2)] },
      expect.stringContaining("3 are left"),
    ],
    [
      "an item of another order",
      { orderItems: [{ orderItemId: "1", quantity: 1 }] },
      expect.stringContaining(
        `NonexistentOrderItem Description: Failed to find order item list by order ID: ${orderId}`,
      ),
    ],
  ])("with %s", async (_, wrong, said) => {
    expect(await outcome(waiting.confirm(wrong))).toEqual(said)
    expect(waiting.simulator.shipments()).toEqual([])
    expect(waiting.simulator.order(orderId).packages).toBeUndefined()
  })

  it.each<[string, Partial<Order>, string]>([
    [
      "fulfilled by Amazon",
      { fulfillment: { fulfillmentStatus: "UNSHIPPED", fulfilledBy: "AMAZON" } },
      "fulfilled by Amazon",
    ],
    ["of Ship+", { programs: ["FBM_SHIP_PLUS"] }, "FBM_SHIP_PLUS"],
    [
      "pending",
      { fulfillment: { fulfillmentStatus: "PENDING", fulfilledBy: "MERCHANT" } },
      "in status PENDING",
    ],
    [
      "cancelled",
      { fulfillment: { fulfillmentStatus: "CANCELLED", fulfilledBy: "MERCHANT" } },
      "NonexistentOrderItem",
    ],
    [
      "of another marketplace",
      { salesChannel: { channelName: "Amazon", marketplaceId: "A1PA6795UKMFR9" } },
      "is not of marketplace",
    ],
  ])("of an order that is %s", async (_, changed, said) => {
    waiting.simulator.updateOrder(orderId, changed)
    expect(await outcome(waiting.confirm())).toContain(said)
  })

  it("of an order that is shipped already, with a new reference, in Amazon's words", async () => {
    waiting.simulator.shipOrder(orderId)
    expect(await outcome(waiting.confirm({ packageReferenceId: "77" }))).toBe(
      "400 InvalidInput: Failed to create package due to not finding a matching package or order already fulfilled. " +
        "ErrorMessage(errorCode=GeneralError, errorDescription=Unable to find package to update for order " +
        `(${orderId}), errorMetric=PackageToUpdateNotFound, packageIndex=null)`,
    )
  })

  it("of another seller's order, or of none, as not found", async () => {
    waiting.simulator.addSeller({
      sellingPartnerId: "AOTHER",
      refreshTokens: ["Atzr|other"],
      marketplaces: ["US"],
    })
    waiting.token = await accessToken(waiting.simulator, "Atzr|other")
    expect(await outcome(waiting.confirm())).toContain("404 NotFound")
    expect(await outcome(waiting.confirm({}, "000-0000000-0000000"))).toContain("404 NotFound")
    expect(await outcome(waiting.confirm({}, "nonsense"))).toContain("400 InvalidInput")
  })

  it("without the role, a body, or the content type", async () => {
    const call = (body: unknown, contentType?: string) =>
      send(
        waiting.simulator,
        "POST",
        confirmationPath(),
        waiting.token,
        body,
        contentType ? { contentType } : {},
      )
    expect((await call("")).status).toBe(400)
    expect((await call("[]")).status).toBe(400)
    expect((await call(parcel(), "text/plain")).status).toBe(415)
    expect((await call(parcel({}, { codCollectionMethod: "DirectPayment" }))).status).toBe(400)
    expect((await call({ marketplaceId: US })).status).toBe(400)
    waiting.simulator.setRoles("A2SIMULATOR00", ["Product Listing"])
    expect((await call(parcel())).status).toBe(403)
  })
})
