import { forgottenFulfillments } from "../../../src/workflows/dispatch/shipment/find-fulfillments"
import { sweepMarketplaceShipmentsWorkflow } from "../../../src/workflows/dispatch/shipment/sweep-marketplace-shipments"
import type { Given } from "./given"

export function confirmingTests({ open, simulator }: Given): void {
  describe("a shipment", () => {
    it("in two parts is confirmed as two packages within a minute", async () => {
      const shop = await open({ lines: 2 })
      const order = await shop.order()
      const [first, second] = order.lines
      const began = Date.now()
      await shop.ship(order, ["1Z001"], [{ id: first.id, quantity: 1 }])
      await shop.ship(order, ["1Z002"], [{ id: first.id, quantity: 1 }, second])
      const dispatches = await shop.untilStanding("synchronised", 2)
      expect(Date.now() - began).toBeLessThan(60_000)
      expect(shop.atPlatform(order.reference).sort()).toEqual(["1: UPS 1Z001 x1", "2: UPS 1Z002 x3"])
      expect(simulator().confirmedPackages(order.reference)).toMatchObject([
        { created: 1, edited: 0, repeated: 0 },
        { created: 1, edited: 0, repeated: 0 },
      ])
      expect(dispatches.map(({ package_number }) => package_number)).toEqual([1, 2])
    })

    it("with two labels is confirmed as two packages that hold every listing once", async () => {
      const shop = await open({ lines: 2 })
      const order = await shop.order()
      await shop.ship(order, ["1Z011", "1Z012"])
      await shop.untilStanding("synchronised", 2)
      // Labels that were made at one instant have no order in Medusa: which of them is package 1 is left open.
      const told = shop.atPlatform(order.reference).sort()
      expect(told.map((one) => one.slice(0, 2))).toEqual(["1:", "2:"])
      expect(told.map((one) => one.slice(3)).sort()).toEqual(["UPS 1Z011 x2", "UPS 1Z012 x2"])
    })

    it("is owed while writing is off, and sent when it is switched on", async () => {
      const shop = await open({ writer: false })
      const order = await shop.order()
      await shop.ship(order, ["1Z021"])
      const [waiting] = await shop.untilStanding("waiting")
      expect(waiting).toMatchObject({ state: "owed", held_by: "writer_off", problem: null })
      expect(shop.atPlatform(order.reference)).toEqual([])
      await shop.switchWriter(true)
      await shop.untilStanding("synchronised")
      expect(shop.atPlatform(order.reference)).toEqual(["1: UPS 1Z021 x2"])
    })

    it("of an order that is shipped at the platform already counts as confirmed", async () => {
      const shop = await open({ writer: false })
      const order = await shop.order()
      simulator().shipOrder(order.reference)
      await shop.ship(order, ["1Z031"])
      await shop.untilStanding("waiting")
      await shop.switchWriter(true)
      await shop.untilStanding("synchronised")
    })

    it("does not tell again what left before the import", async () => {
      const shop = await open({
        change: (order) => {
          const [item] = order.orderItems
          if (item.fulfillment)
            Object.assign(item.fulfillment, { quantityFulfilled: 1, quantityUnfulfilled: 1 })
          if (order.fulfillment) order.fulfillment.fulfillmentStatus = "PARTIALLY_SHIPPED"
        },
      })
      const order = await shop.order()
      await shop.ship(order, ["1Z041"], [{ id: order.lines[0].id, quantity: 1 }])
      const [dispatch] = await shop.untilStanding("synchronised")
      expect(dispatch.shipment?.lines).toMatchObject([{ quantity: 1 }])
    })

    it("of an order that is a moment old was not shipped before it was there", async () => {
      const createdTime = new Date(Date.now() - 20_000).toISOString()
      const shop = await open({ change: (order) => void (order.createdTime = createdTime) })
      const order = await shop.order()
      await shop.ship(order, ["1Z045"])
      await shop.untilStanding("synchronised")
      expect(simulator().shipments(order.reference)).toMatchObject([{ shipDate: createdTime }])
    })

    it("whose answer was lost is looked up and not sent twice", async () => {
      const shop = await open()
      const order = await shop.order()
      simulator().addFault({ kind: "drop", when: "after", operation: "confirmShipment", times: 1 })
      await shop.ship(order, ["1Z051"])
      const [unknown] = await shop.untilStanding("unknown")
      expect(unknown.problem?.code).toBe("outcome_unknown")

      // The order is read before the look-up is due: the label turns by that.
      await shop.read(order.reference)
      await shop.untilStanding("synchronised")
      expect(simulator().confirmedPackages(order.reference)).toMatchObject([{ created: 1, repeated: 0 }])
    })

    it("whose event got lost is found by the sweep, once", async () => {
      const shop = await open({ writer: false })
      const order = await shop.order()
      const fulfillmentId = await shop.ship(order, ["1Z061"])
      const [dispatch] = await shop.untilStanding("waiting")
      await shop.marketplace.deleteMarketplaceDispatches([dispatch.id])
      expect(await forgottenFulfillments(shop.container, new Date())).toContain(fulfillmentId)

      const at = new Date().toISOString()
      await sweepMarketplaceShipmentsWorkflow(shop.container).run({ input: { at } })
      const [found] = await shop.untilStanding("waiting")
      expect(found).toMatchObject({ subject: `${fulfillmentId}/1`, revision: 1 })
      await sweepMarketplaceShipmentsWorkflow(shop.container).run({ input: { at } })
      expect(await shop.dispatches()).toMatchObject([{ id: found.id, revision: 1 }])
    })
  })
}
