import type { Fault } from "../../simulators/amazon"
import type { Given } from "./given"

export function problemsTests({ open, bell, simulator, admin, store }: Given): void {
  describe("a shipment that cannot be confirmed", () => {
    it("for want of a carrier waits, and goes out when one is chosen", async () => {
      const shop = await open({ carrier: null })
      const order = await shop.order()
      await shop.ship(order, ["1Z101"])
      const found = await shop.untilProblem("carrier_missing")
      expect(found).toMatchObject({ standing: "failed", problem: { details: { order: order.reference } } })
      expect(simulator().shipments(order.reference)).toEqual([])
      expect(await bell(shop.accountId, 1)).toHaveLength(1)

      const carriers = [{ source: "shipping_option", source_id: store().shippingOptionId, carrier: "usps" }]
      const changed = await admin().post(`accounts/${shop.accountId}`, { settings: { carriers } })
      expect(changed.status).toBe(200)
      await shop.untilStanding("synchronised")
      expect(shop.atPlatform(order.reference)).toEqual(["1: USPS 1Z101 x2"])
    })

    it("for a wrong carrier says which is nearest, and a retry works when it is corrected", async () => {
      const shop = await open()
      const order = await shop.order()
      await shop.ship(order, ["1Z111"], order.lines, { carrier: "Fedexx" })
      const found = await shop.untilProblem("carrier_unknown")
      expect(found.problem?.details).toMatchObject({ carrier: "Fedexx", suggestion: "FedEx" })
      const again = await shop.retry(found.id)
      expect(again.status).toBe(200)
      await shop.untilProblem("carrier_unknown")

      const edited = await admin().post(`dispatches/${found.id}/tracking`, {
        tracking_number: "1Z111",
        carrier: "fedex",
      })
      expect(edited.status).toBe(200)
      await shop.untilStanding("synchronised")
      expect(shop.atPlatform(order.reference)).toEqual(["1: FedEx 1Z111 x2"])
    })

    it.each([[[]], [[""]]])(
      "without a tracking number (%j) is told before anything is sent",
      async (labels) => {
        const shop = await open()
        const order = await shop.order()
        await shop.ship(order, labels)
        const found = await shop.untilProblem("tracking_missing")
        expect(simulator().shipments(order.reference)).toEqual([])
        await shop.retry(found.id)
        await shop.untilProblem("tracking_missing")

        const added = await admin().post(`dispatches/${found.id}/tracking`, { tracking_number: "1Z121" })
        expect(added.status).toBe(200)
        await shop.untilStanding("synchronised")
        expect(shop.atPlatform(order.reference)).toEqual(["1: UPS 1Z121 x2"])
      },
    )

    it("because the platform rejects it shows the platform's words, and a retry works", async () => {
      const shop = await open()
      const order = await shop.order()
      simulator().addFault({ kind: "status", status: 400, operation: "confirmShipment", times: 1 })
      await shop.ship(order, ["1Z131"])
      const found = await shop.untilProblem("shipment_rejected")
      expect(found).toMatchObject({ state: "rejected", standing: "failed", actions: ["retry", "withdraw"] })
      expect(found.problem?.details.reason).toBeTruthy()
      const [line, ...others] = await bell(shop.accountId, 1)
      expect(others).toHaveLength(0)
      expect(line.data).toMatchObject({ code: "shipment_rejected" })

      expect((await shop.retry(found.id)).status).toBe(200)
      await shop.untilStanding("synchronised")
      expect(shop.atPlatform(order.reference)).toEqual(["1: UPS 1Z131 x2"])
    })

    it.each<[string, string, Fault[]]>([
      [
        "the application's secret is wrong",
        "application_rejected",
        [
          { kind: "revoke-token", operation: "confirmShipment" },
          { kind: "lwa-error", error: "invalid_client", times: "always" },
        ],
      ],
      [
        "a role is missing",
        "access_denied",
        [{ kind: "status", status: 403, operation: "confirmShipment", times: "always" }],
      ],
    ])("since %s stays owed with its problem, and so do those behind it", async (_why, code, faults) => {
      const shop = await open({ orders: 2, writer: false })
      const orders = [await shop.order(0), await shop.order(1)]
      for (const order of orders) await shop.ship(order, [`1Z16-${order.reference.slice(-4)}`])
      await shop.untilStanding("waiting", 2)
      for (const fault of faults) simulator().addFault(fault)
      simulator().clearCalls()
      await shop.switchWriter(true)
      const failed = await shop.untilStanding("failed", 2)
      expect(failed).toMatchObject(Array(2).fill({ state: "owed", problem: { code } }))
      expect(failed.map(({ problem }) => problem?.details.order).sort()).toEqual(
        orders.map(({ reference }) => reference).sort(),
      )
      expect(simulator().callCount("confirmShipment")).toBe(1)
      expect(simulator().callCount("token")).toBeLessThanOrEqual(1)

      simulator().clearFaults()
      for (const { id } of failed) await shop.retry(id)
      await shop.untilStanding("synchronised", 2)
    })

    it("turns when the platform shows it after all", async () => {
      const shop = await open()
      const order = await shop.order()
      simulator().addFault({ kind: "status", status: 400, operation: "confirmShipment", times: 1 })
      await shop.ship(order, ["1Z141"])
      await shop.untilProblem("shipment_rejected")
      // Somebody confirms it at the platform by hand.
      simulator().shipOrder(order.reference, { trackingNumber: "1Z141" })
      await shop.read(order.reference)
      await shop.untilStanding("synchronised")
    })

    it("because half a sales package was shipped is told and not sent", async () => {
      const shop = await open({ unitsPerPackage: 6 })
      const order = await shop.order()
      expect(order.lines).toMatchObject([{ quantity: 12 }])
      await shop.ship(order, ["1Z151"], [{ id: order.lines[0].id, quantity: 4 }])
      const found = await shop.untilProblem("package_incomplete")
      expect(found.problem?.details).toMatchObject({ units: "4", per_package: "6" })
      await shop.ship(order, ["1Z152"], [{ id: order.lines[0].id, quantity: 6 }])
      await shop.untilStanding("synchronised")
      expect(shop.atPlatform(order.reference)).toEqual(["2: UPS 1Z152 x1"])
    })
  })
}
