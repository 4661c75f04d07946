import { Modules } from "@medusajs/framework/utils"
import { oweMarketplaceShipmentsWorkflow } from "../../../src/workflows/dispatch/shipment/owe-marketplace-shipments"
import type { Given } from "./given"

/** Medusa cancels no fulfilment that was shipped; other code may. */
const canceledNow = (): Record<string, unknown> => ({ canceled_at: new Date() })

export function changesTests({ open, simulator, admin }: Given): void {
  describe("a shipment that changes after it was confirmed", () => {
    it("edits its package when its tracking number is edited in Medusa", async () => {
      const shop = await open()
      const order = await shop.order()
      const id = await shop.ship(order, ["1Z201"])
      await shop.untilStanding("synchronised")
      await shop.container
        .resolve(Modules.FULFILLMENT)
        .updateFulfillment(id, { labels: [{ tracking_number: "1Z202", tracking_url: "#", label_url: "#" }] })
      const [dispatch] = await shop.until(
        "edited",
        ([one]) => one.revision === 2 && one.state === "confirmed",
      )
      expect(dispatch.package_number).toBe(1)
      expect(shop.atPlatform(order.reference)).toEqual(["1: UPS 1Z202 x2"])
      expect(simulator().confirmedPackages(order.reference)).toMatchObject([{ created: 1, edited: 1 }])
    })

    it("waits for a person when the platform takes no more edits of its package", async () => {
      const { maxPackageUpdates } = simulator().switches
      const shop = await open()
      const order = await shop.order()
      await shop.ship(order, ["1Z205"])
      const [{ id }] = await shop.untilStanding("synchronised")
      simulator().switches.maxPackageUpdates = 0
      try {
        await admin().post(`dispatches/${id}/tracking`, { tracking_number: "1Z206" })
        const found = await shop.untilProblem("shipment_rejected")
        expect(found).toMatchObject({ state: "rejected", standing: "failed" })
        expect(found.problem?.details.reason).toContain("maximum number of allowed updates")
        expect(shop.atPlatform(order.reference)).toEqual(["1: UPS 1Z205 x2"])
      } finally {
        simulator().switches.maxPackageUpdates = maxPackageUpdates
      }
    })

    it("edits its package when a person edits it on the marketplace's page", async () => {
      const shop = await open()
      const order = await shop.order()
      const fulfillmentId = await shop.ship(order, ["1Z211", "1Z212"])
      const [first] = (await shop.untilStanding("synchronised", 2)).sort(
        (left, right) => left.package_number - right.package_number,
      )
      const before = first.shipment?.tracking_number ?? ""
      await admin().post(`dispatches/${first.id}/tracking`, { tracking_number: "1Z219" })
      await shop.until("edited", (all) =>
        all.some(({ id, revision, state }) => id === first.id && revision === 2 && state === "confirmed"),
      )
      const fulfillment = await shop.container
        .resolve(Modules.FULFILLMENT)
        .retrieveFulfillment(fulfillmentId, { relations: ["labels"] })
      const expected = ["1Z211", "1Z212", "1Z219"].filter((tracking) => tracking !== before)
      expect(fulfillment.labels.map(({ tracking_number }) => tracking_number).sort()).toEqual(expected)
      const packages = simulator().confirmedPackages(order.reference)
      expect(new Map(packages.map((one) => [one.packageReferenceId, one.edited]))).toEqual(
        new Map([
          ["1", 1],
          ["2", 0],
        ]),
      )
    })

    it("asks a person when it is canceled, because the platform cannot take it back", async () => {
      const shop = await open()
      const order = await shop.order()
      const id = await shop.ship(order, ["1Z221"])
      await shop.untilStanding("synchronised")
      await shop.container.resolve(Modules.FULFILLMENT).updateFulfillment(id, canceledNow())
      const found = await shop.untilProblem("shipment_canceled_here")
      expect(found).toMatchObject({ standing: "failed" })
      expect(simulator().confirmedPackages(order.reference)).toMatchObject([{ created: 1, edited: 0 }])
    })

    it("goes on asking when the order is read", async () => {
      const shop = await open()
      const order = await shop.order()
      const id = await shop.ship(order, ["1Z225"])
      await shop.untilStanding("synchronised")
      await shop.container.resolve(Modules.FULFILLMENT).updateFulfillment(id, canceledNow())
      await shop.untilProblem("shipment_canceled_here")
      await shop.read(order.reference)
      await shop.untilProblem("shipment_canceled_here")
      expect(await shop.dispatches()).toMatchObject([{ standing: "failed" }])
    })

    it("waits as a correction, whatever the order shows of it, until the correction is told", async () => {
      const shop = await open()
      const order = await shop.order()
      const id = await shop.ship(order, ["1Z241"])
      await shop.untilStanding("synchronised")
      await shop.switchWriter(false)
      await shop.container
        .resolve(Modules.FULFILLMENT)
        .updateFulfillment(id, { metadata: { carrier: "fedex" } })
      await oweMarketplaceShipmentsWorkflow(shop.container).run({ input: { fulfillmentIds: [id] } })
      await shop.untilStanding("waiting")
      await shop.read(order.reference)
      expect(await shop.dispatches()).toMatchObject([{ standing: "waiting", revision: 2 }])
      await shop.switchWriter(true)
      await shop.untilStanding("synchronised")
      expect(shop.atPlatform(order.reference)).toEqual(["1: FedEx 1Z241 x2"])
    })

    it("is taken back when it is canceled before it was sent", async () => {
      const shop = await open({ writer: false })
      const order = await shop.order()
      const id = await shop.ship(order, ["1Z231"])
      await shop.untilStanding("waiting")
      await shop.container.resolve(Modules.FULFILLMENT).updateFulfillment(id, canceledNow())
      await shop.untilStanding("withdrawn")
    })
  })
}
