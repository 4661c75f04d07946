import { Modules } from "@medusajs/framework/utils"
import { oweMarketplaceShipmentsWorkflow } from "../../../src/workflows/dispatch/shipment/owe-marketplace-shipments"
import { sweepMarketplaceShipmentsWorkflow } from "../../../src/workflows/dispatch/shipment/sweep-marketplace-shipments"
import type { Given } from "./given"
import type { ShippingShop } from "./shop"

export function leftOutTests({ open, simulator, admin, store }: Given): void {
  /** Whatever might owe a shipment again. */
  async function lookAgain({ container }: ShippingShop, fulfillmentId: string): Promise<void> {
    await oweMarketplaceShipmentsWorkflow(container).run({ input: { fulfillmentIds: [fulfillmentId] } })
    await sweepMarketplaceShipmentsWorkflow(container).run({ input: { at: new Date().toISOString() } })
  }
  const label = ({ container }: ShippingShop, fulfillmentId: string, numbers: string[]) =>
    container.resolve(Modules.FULFILLMENT).updateFulfillment(fulfillmentId, {
      labels: numbers.map((tracking_number) => ({ tracking_number, tracking_url: "#", label_url: "#" })),
    })
  const chooseCarrier = ({ accountId }: ShippingShop, carrier: string) =>
    admin().post(`accounts/${accountId}`, {
      settings: {
        carriers: [{ source: "shipping_option", source_id: store().shippingOptionId, carrier }],
      },
    })

  describe("a shipment that a person left out", () => {
    it("because it was confirmed at the platform by hand is not sent when the carriers are chosen", async () => {
      const shop = await open({ carrier: null, writer: false })
      const order = await shop.order()
      const fulfillmentId = await shop.ship(order, ["1Z401"])
      await shop.untilProblem("carrier_missing")
      const on = { writer: "shipments", on: true, owed: "withdraw" }
      expect((await admin().post(`accounts/${shop.accountId}/writers`, on)).status).toBe(200)
      await shop.untilStanding("withdrawn")
      expect((await chooseCarrier(shop, "usps")).status).toBe(200)
      await lookAgain(shop, fulfillmentId)
      expect(await shop.dispatches()).toMatchObject([{ standing: "withdrawn", revision: 1 }])
      expect(simulator().shipments(order.reference)).toEqual([])

      // Another label is something new to tell.
      await label(shop, fulfillmentId, ["1Z409"])
      await shop.untilStanding("synchronised")
      expect(shop.atPlatform(order.reference)).toEqual(["1: USPS 1Z409 x2"])
    })

    it("stays so when another package of the same parcel's labels changes", async () => {
      const shop = await open({ writer: false })
      const order = await shop.order()
      const fulfillmentId = await shop.ship(order, ["1Z411", "1Z412"])
      const [first, second] = await shop.untilStanding("waiting", 2)
      const numberOf = (one: typeof first) => one.shipment?.tracking_number ?? ""
      await admin().post("dispatches/batch", { action: "withdraw", ids: [first.id] })
      await chooseCarrier(shop, "usps")
      await label(shop, fulfillmentId, ["1Z419", numberOf(first)])
      await lookAgain(shop, fulfillmentId)
      const rows = await shop.dispatches()
      const standing = new Map(rows.map((one) => [one.id, `${one.standing} ${numberOf(one)}`]))
      expect(standing).toEqual(
        new Map([
          [first.id, `withdrawn ${numberOf(first)}`],
          [second.id, "waiting 1Z419"],
        ]),
      )
    })

    it("comes back where its label had only gone, and where a person tries it again", async () => {
      const shop = await open({ writer: false })
      const order = await shop.order()
      const fulfillmentId = await shop.ship(order, ["1Z421", "1Z422"])
      const [, second] = (await shop.untilStanding("waiting", 2)).sort(
        (left, right) => left.package_number - right.package_number,
      )
      await label(shop, fulfillmentId, ["1Z421"])
      await lookAgain(shop, fulfillmentId)
      await shop.untilStanding("withdrawn")
      await label(shop, fulfillmentId, ["1Z421", "1Z422"])
      await lookAgain(shop, fulfillmentId)
      await shop.untilStanding("waiting", 2)

      await admin().post("dispatches/batch", { action: "withdraw", ids: [second.id] })
      await lookAgain(shop, fulfillmentId)
      await shop.untilStanding("withdrawn")
      expect((await shop.retry(second.id)).status).toBe(200)
      await shop.untilStanding("waiting", 2)
    })
  })

  describe("what cannot be opened any more", () => {
    it("of one order does not keep others from being owed", async () => {
      const shop = await open({ orders: 2, writer: false })
      const orders = [await shop.order(0), await shop.order(1)]
      const ids: string[] = []
      for (const [index, order] of orders.entries()) ids.push(await shop.ship(order, [`1Z43${index}`]))
      const dispatches = await shop.untilStanding("waiting", 2)
      await shop.marketplace.deleteMarketplaceDispatches(dispatches.map(({ id }) => id))
      const [broken] = await shop.marketplace.listMarketplaceOrders({ order_id: orders[0].orderId })
      await shop.marketplace.updateMarketplaceOrders({ id: broken.id, sealed_payload: "broken" })
      await oweMarketplaceShipmentsWorkflow(shop.container).run({ input: { fulfillmentIds: ids } })
      expect(await shop.untilStanding("waiting", 2)).toHaveLength(2)
    })

    it("of a shipment is no longer corrected, in Medusa either", async () => {
      const shop = await open()
      const order = await shop.order()
      const fulfillmentId = await shop.ship(order, ["1Z441"])
      const [{ id }] = await shop.untilStanding("synchronised")
      await shop.marketplace.updateMarketplaceDispatches({ id, sealed_body: null })
      const refused = await admin().post(`dispatches/${id}/tracking`, { tracking_number: "1Z449" })
      expect(refused).toMatchObject({ status: 400, data: { code: "dispatch_data_removed" } })
      const fulfillment = await shop.container
        .resolve(Modules.FULFILLMENT)
        .retrieveFulfillment(fulfillmentId, { relations: ["labels"] })
      expect(fulfillment.labels.map(({ tracking_number }) => tracking_number)).toEqual(["1Z441"])
    })
  })
}
