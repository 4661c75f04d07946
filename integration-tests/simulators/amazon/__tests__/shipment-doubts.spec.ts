import type { AmazonSimulator } from ".."
import { control, type Json } from "./requests"
import { confirmationPath, first, orderId, outcome, parcel, units, WaitingOrders } from "./waiting-orders"

const waiting = new WaitingOrders()

describe("where Amazon's documents leave a doubt about shipments", () => {
  type Switches = Partial<AmazonSimulator["switches"]>
  const twice = { packageReferenceId: "1" }
  it.each<[string, Switches, Record<string, unknown>, string]>([
    ["a number as reference", { packageReferenceNumber: "accept" }, { packageReferenceId: 7 }, "done"],
    ["a clock ahead", { shipDateSkewMs: 60_000 }, { shipDate: "2026-11-20T12:01:00Z" }, "done"],
    [
      "an unknown item",
      { unknownOrderItem: "invalid-id" },
      { orderItems: [{ orderItemId: "1", quantity: 1 }] },
      "OrderItemId is invalid",
    ],
    [
      "an unknown carrier",
      { unknownCarrier: "refuse" },
      { carrierCode: "Correios" },
      "CarrierCode: Correios",
    ],
    ["a carrier in other letters", { unknownCarrier: "refuse" }, { carrierCode: "ups" }, "CarrierCode: ups"],
    ["a known carrier", { unknownCarrier: "refuse" }, { carrierCode: "Canada Post" }, "done"],
    ["any carrier", { unknownCarrier: "accept" }, { carrierCode: "Correios" }, "done"],
  ])("%s", async (_, switches, changed, said) => {
    Object.assign(waiting.simulator.switches, switches)
    expect(await outcome(waiting.confirm(changed))).toContain(said)
  })

  it.each<[string, Switches, Record<string, unknown>, string, number]>([
    ["other units of a package are not read", {}, { orderItems: units(3) }, "done", 1],
    ["or replace those it had", { packageEditItems: "replace" }, { orderItems: units(3) }, "done", 3],
    [
      "but no more than there are",
      { packageEditItems: "replace" },
      { orderItems: units(4) },
      "3 are left",
      1,
    ],
    [
      "or are refused",
      { packageEditItems: "refuse" },
      { orderItems: units(3) },
      "PackageToUpdateNotFound",
      1,
    ],
    ["the same units are never refused", { packageEditItems: "refuse" }, {}, "done", 1],
  ])("%s", async (_, switches, changed, said, shipped) => {
    await waiting.confirm(twice)
    Object.assign(waiting.simulator.switches, switches)
    expect(await outcome(waiting.confirm({ ...twice, ...changed }))).toContain(said)
    expect(waiting.simulator.order(orderId).packages?.[0]?.packageItems).toEqual(units(shipped))
  })

  it("a package may be edited so often", async () => {
    waiting.simulator.switches.maxPackageUpdates = 2
    const outcomes: string[] = []
    for (const trackingNumber of ["A", "B", "C", "D"])
      outcomes.push(await outcome(waiting.confirm({ trackingNumber })))
    expect(outcomes).toEqual(["done", "done", "done", expect.stringContaining("InvalidPackageVersion")])
  })

  it("a package of a shipped order may be edited, or not", async () => {
    await waiting.confirm({ orderItems: units(3, 3) })
    expect(await outcome(waiting.confirm({ trackingNumber: "B" }))).toBe("done")
    waiting.simulator.switches.shippedOrderEdit = "refuse"
    expect(await outcome(waiting.confirm({ trackingNumber: "C" }))).toContain("PackageToUpdateNotFound")
  })

  it("a cancelled order, and transparency codes", async () => {
    waiting.simulator.switches.cancelledOrderText = "not-shippable"
    waiting.simulator.switches.transparencyCodes = "required"
    waiting.simulator.updateOrder(orderId, (order) => ({
      ...order,
      orderItems: order.orderItems.map((item) => ({ ...item, programs: ["TRANSPARENCY"] })),
    }))
    expect(await outcome(waiting.confirm())).toContain("needs 1 transparency codes")
    const orderItems = [{ orderItemId: first, quantity: 1, transparencyCodes: ["0987"] }]
    expect(await outcome(waiting.confirm({ orderItems }))).toBe("done")
    waiting.simulator.cancelOrder(orderId)
    expect(await outcome(waiting.confirm())).toContain("in status CANCELLED")
  })
})

describe("what was confirmed is written down", () => {
  it("when it took effect, whatever the caller was told", async () => {
    const operation = "confirmShipment"
    const call = () =>
      waiting.confirm().then(
        ({ status }) => status,
        () => "no answer",
      )
    waiting.simulator.addFault({ kind: "drop", when: "before", operation })
    expect([await call(), waiting.simulator.shipments().length]).toEqual(["no answer", 0])
    waiting.simulator.addFault({ kind: "drop", when: "after", operation })
    expect([await call(), waiting.simulator.shipments().length]).toEqual(["no answer", 1])
    waiting.simulator.addFault({ kind: "drop", when: "during", operation })
    expect([await call(), waiting.simulator.shipments().length]).toEqual(["no answer", 2])
    waiting.simulator.addFault({ kind: "status", status: 503, operation })
    expect([await call(), waiting.simulator.shipments().length]).toEqual([503, 2])
    waiting.simulator.addFault({ kind: "status", status: 500, operation, when: "after" })
    expect([await call(), waiting.simulator.shipments().length]).toEqual([500, 3])
    expect(waiting.simulator.confirmedPackages(orderId)).toEqual([
      { orderId, packageReferenceId: "1", created: 1, edited: 0, repeated: 2 },
    ])
  })

  it("also for callers that gave up waiting", async () => {
    waiting.simulator.addFault({ kind: "latency", ms: 80, when: "after", operation: "confirmShipment" })
    const headers = {
      "x-amz-access-token": waiting.token,
      "user-agent": "Tests/1.0",
      "content-type": "application/json",
    }
    const init = { method: "POST", headers, body: JSON.stringify(parcel()), signal: AbortSignal.timeout(40) }
    await expect(fetch(waiting.simulator.url + confirmationPath(), init)).rejects.toThrow()
    expect(waiting.simulator.shipments(orderId)).toHaveLength(1)
  })

  it("apart for edits and repeats, and can be read by another process", async () => {
    await waiting.confirm()
    await waiting.confirm()
    await waiting.confirm({ trackingNumber: "NEW" })
    await waiting.confirm({ packageReferenceId: "2" })
    const { json } = await control(waiting.simulator, "GET", `shipments?orderId=${orderId}`)
    expect((json.shipments as Json[]).map(({ effect, repeats }) => [effect, repeats])).toEqual([
      ["created", 0],
      ["edited", 1],
      ["edited", 0],
      ["created", 0],
    ])
    expect(json.packages).toEqual([
      { orderId, packageReferenceId: "1", created: 1, edited: 1, repeated: 1 },
      { orderId, packageReferenceId: "2", created: 1, edited: 0, repeated: 0 },
    ])
    await control(waiting.simulator, "DELETE", "shipments")
    expect(waiting.simulator.shipments()).toEqual([])
  })

  it("within the published limit", async () => {
    waiting.simulator.setLimit("confirmShipment", { rate: 2, burst: 10 })
    const statuses: number[] = []
    for (let call = 0; call < 11; call += 1) statuses.push((await waiting.confirm()).status)
    expect(statuses).toEqual([...Array<number>(10).fill(204), 429])
    waiting.now += 500
    expect((await waiting.confirm()).status).toBe(204)
  })
})
