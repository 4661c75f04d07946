import type { Shipment } from "../../connector"
import { aBrokenConnection, AnApi, anError } from "./__tests__/an-api"
import { aConnection } from "./__tests__/a-connection"
import { failureOfPromise } from "./__tests__/failure-of-promise"
import { itWithModels, violationsOf } from "./__tests__/model-body"
import { AmazonShipments } from "./shipments"

const api = new AnApi()
beforeAll(() => api.start())
afterAll(() => api.stop())

const NOW = Date.parse("2026-11-10T12:00:00.000Z")
const shipments = () => new AmazonShipments(api.transport({ requestTimeoutMs: 300 }), () => NOW)

const ORDER = "113-1234567-7654321"

function aShipment(changes: Partial<Shipment> = {}): Shipment {
  return {
    reference: ORDER,
    marketplace: "ATVPDKIKX0DER",
    packageNumber: 2,
    carrier: { code: "UPS", name: null },
    shippingMethod: "UPS Ground",
    trackingNumber: "1Z999AA10123456784",
    shippedAt: new Date("2026-11-10T09:30:00.000Z"),
    lines: [
      { reference: "10000000000001", quantity: 2 },
      { reference: "10000000000002", quantity: 1 },
    ],
    ...changes,
  }
}

const documentedBody = {
  marketplaceId: "ATVPDKIKX0DER",
  packageDetail: {
    packageReferenceId: "2",
    carrierCode: "UPS",
    shippingMethod: "UPS Ground",
    trackingNumber: "1Z999AA10123456784",
    shipDate: "2026-11-10T09:30:00.000Z",
    orderItems: [
      { orderItemId: "10000000000001", quantity: 2 },
      { orderItemId: "10000000000002", quantity: 1 },
    ],
  },
}

describe("a package", () => {
  it("is confirmed with exactly what Amazon documents", async () => {
    api.answer({ status: 204 })
    const connection = aConnection()
    const answer = await shipments().confirm(connection, aShipment())
    expect(answer).toEqual({ outcome: "confirmed" })
    expect(api.calls).toHaveLength(1)
    expect(api.calls[0]).toMatchObject({
      method: "POST",
      path: `/orders/v0/orders/${ORDER}/shipmentConfirmation`,
    })
    expect([...api.calls[0].query]).toEqual([])
    expect(api.bodies()).toEqual([documentedBody])
    expect(connection.recorded.spent).toEqual(["confirmShipment"])
  })

  itWithModels.each<[string, Partial<Shipment>]>([
    ["as usual", {}],
    ["without a shipping method", { shippingMethod: null }],
    ["with a carrier of another name", { carrier: { code: "Other", name: "Loggi" } }],
    ["delivered by the seller", { carrier: { code: "Self Delivery", name: null } }],
  ])("%s is as Amazon's model says", async (_name, changes) => {
    api.answer({ status: 204 })
    await shipments().confirm(aConnection(), aShipment(changes))
    expect(violationsOf("ordersV0.json", "ConfirmShipmentRequest", api.bodies()[0])).toEqual([])
  })

  it("has a shipping method only where there is one", async () => {
    api.answer({ status: 204 })
    await shipments().confirm(aConnection(), aShipment({ shippingMethod: null }))
    expect(api.bodies()[0]).toEqual({
      ...documentedBody,
      packageDetail: { ...documentedBody.packageDetail, shippingMethod: undefined },
    })
  })

  it.each([
    ["the store's time", "2026-11-10T11:57:00.000Z", "2026-11-10T11:57:00.000Z"],
    ["two minutes ago, when it was just now", "2026-11-10T12:00:00.000Z", "2026-11-10T11:58:00.000Z"],
    ["two minutes ago, when the store says later", "2026-11-11T08:00:00.000Z", "2026-11-10T11:58:00.000Z"],
  ])("was shipped at %s", async (_name, shippedAt, shipDate) => {
    api.answer({ status: 204 })
    await shipments().confirm(aConnection(), aShipment({ shippedAt: new Date(shippedAt) }))
    expect(api.bodies()[0]).toMatchObject({ packageDetail: { shipDate } })
  })

  it.each([
    [
      "the store's time, which is later",
      "2026-11-10T11:00:00.000Z",
      "2026-11-10T11:30:00.000Z",
      "2026-11-10T11:30:00.000Z",
    ],
    [
      "the order's creation",
      "2026-11-10T11:59:30.000Z",
      "2026-11-10T12:00:00.000Z",
      "2026-11-10T11:59:30.000Z",
    ],
    [
      "the order's creation, when the store says earlier",
      "2026-11-10T11:00:00.000Z",
      "2026-11-09T08:00:00.000Z",
      "2026-11-10T11:00:00.000Z",
    ],
    [
      "now, when the order is of a future that our clock does not know",
      "2026-11-10T12:05:00.000Z",
      "2026-11-10T12:00:00.000Z",
      "2026-11-10T12:00:00.000Z",
    ],
  ])("never was shipped before the order was there: %s", async (_name, placedAt, shippedAt, shipDate) => {
    api.answer({ status: 204 })
    const dates = { placedAt: new Date(placedAt), shippedAt: new Date(shippedAt) }
    await shipments().confirm(aConnection(), aShipment(dates))
    expect(api.bodies()[0]).toMatchObject({ packageDetail: { shipDate } })
  })

  it("that Amazon takes in another way than documented is looked at later", async () => {
    api.answer({ status: 202, json: {} })
    await expect(shipments().confirm(aConnection(), aShipment())).resolves.toEqual({ outcome: "accepted" })
  })

  it("of another carrier without its name is not sent", async () => {
    api.answer({ status: 204 })
    const shipment = aShipment({ carrier: { code: "Other", name: " " } })
    const failure = await failureOfPromise(shipments().confirm(aConnection(), shipment))
    expect(failure).toMatchObject({ kind: "rejected", problem: { code: "carrier_unknown" } })
    expect(api.calls).toHaveLength(0)
  })
})

describe("Amazon refuses a package", () => {
  it.each<[string, string, string]>([
    [
      "PackageToUpdateNotFound",
      "Failed to create package due to not finding a matching package or order already fulfilled",
      "order_already_shipped",
    ],
    ["InvalidInput", "The order has already been shipped.", "order_already_shipped"],
    ["InvalidPackageVersion", "The package version is invalid.", "shipment_refused_for_now"],
    ["InvalidInput", "The order cannot be changed now, try again later.", "shipment_refused_for_now"],
    ["InvalidInput", "Carrier code UPSS is invalid.", "carrier_unknown"],
    ["InvalidInput", "carrierName is required when carrierCode is Other.", "carrier_unknown"],
    ["InvalidInput", "The tracking number is not one of this carrier.", "shipment_rejected"],
    [
      "InvalidInput",
      "PackageReferenceId: 0 is invalid, must be a positive numeric value.",
      "shipment_rejected",
    ],
    ["NonexistentOrderItem", "Failed to find order item list by order ID", "shipment_rejected"],
    ["InvalidInput", "The maximum number of allowed updates has been reached.", "shipment_rejected"],
    [
      "InvalidInput",
      "Failed to update package. ErrorMessage(errorCode=GeneralError, errorDescription=The maximum number of allowed " +
        `updates reached for order (${ORDER}), errorMetric=InvalidPackageVersion, packageIndex=null)`,
      "shipment_rejected",
    ],
    ["Invalid Input", "Invalid Input", "shipment_rejected"],
  ])("%s %s", async (code, message, expected) => {
    api.answer({ status: 400, json: anError(code, message) })
    const failure = await failureOfPromise(shipments().confirm(aConnection(), aShipment()))
    expect(failure).toMatchObject({
      kind: "rejected",
      problem: { code: expected, details: { order: ORDER, reason: `${code} ${message}` } },
    })
    expect(api.calls).toHaveLength(1)
  })

  it("for its carrier: the carrier is named", async () => {
    api.answer({ status: 400, json: anError("InvalidInput", "Unknown carrier.") })
    const shipment = aShipment({ carrier: { code: "Other", name: "Logi" } })
    const failure = await failureOfPromise(shipments().confirm(aConnection(), shipment))
    expect(failure.problem.details).toMatchObject({ carrier: "Logi", suggestion: "none_near" })
  })

  it("with several errors: all of them are told", async () => {
    const errors = [
      { code: "A", message: "First." },
      { code: "B", message: "Second.", details: "More." },
    ]
    api.answer({ status: 400, json: { errors } })
    const failure = await failureOfPromise(shipments().confirm(aConnection(), aShipment()))
    expect(failure.problem.details.reason).toBe("A First. B Second. More.")
  })

  it("without a word: the status is told", async () => {
    api.answer({ status: 413, text: "<html>" })
    const failure = await failureOfPromise(shipments().confirm(aConnection(), aShipment()))
    expect(failure).toMatchObject({
      kind: "rejected",
      problem: { code: "shipment_rejected", details: { reason: "HTTP 413" } },
    })
  })

  it.each<[string, number, string, string, string]>([
    ["an order it does not know", 404, "NotFound", "not_found", "order_not_found"],
    ["a missing role", 403, "Unauthorized", "rejected", "access_denied"],
    ["the quota", 429, "QuotaExceeded", "throttled", "platform_throttled"],
    ["a fault of its own", 500, "InternalFailure", "outcome_unknown", "outcome_unknown"],
  ])("for %s", async (_name, status, code, kind, problemCode) => {
    api.answer({ status, json: anError(code, "x") })
    const failure = await failureOfPromise(shipments().confirm(aConnection(), aShipment()))
    expect(failure).toMatchObject({ kind, problem: { code: problemCode } })
  })
})

it("a package whose answer is lost is unknown, and not sent twice", async () => {
  api.answer(aBrokenConnection)
  const failure = await failureOfPromise(shipments().confirm(aConnection(), aShipment()))
  expect(failure.kind).toBe("outcome_unknown")
  expect(api.calls).toHaveLength(1)
})
