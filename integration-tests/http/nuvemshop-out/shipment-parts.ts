import { Modules } from "@medusajs/framework/utils"
import { NuvemshopShop, soon, type Given, type ShopOrder } from "./shop"

/** What the platform hears of last: that a package is a part of what has left, and where the buyer follows it. */
export function shipmentPartsSuite(given: () => Given): void {
  async function openShop() {
    const shop = await NuvemshopShop.open(given(), { variants: [{ sku: "MUG-WHITE" }] })
    const order = await shop.order({ lines: [{ sku: "MUG-WHITE", quantity: 2 }] })
    return { shop, ...order }
  }
  const piece = ({ lines }: ShopOrder) => [{ id: lines[0].id, quantity: 1 }]
  const notes = (shop: NuvemshopShop, atPlatform: number) =>
    shop.fulfillmentOrders(atPlatform)[0].events.map(({ description }) => description)
  /** Reads the order anew, as its webhook makes us do. */
  async function read({ accountId }: NuvemshopShop, order: number): Promise<void> {
    const { admin } = given()
    const { data } = await admin.post(`accounts/${accountId}/import`, { references: [String(order)] })
    await soon(async () => (await admin.get(`runs/${String(data.run_id)}`)).data.run.state as string, "done")
  }
  const states = async (shop: NuvemshopShop) => (await shop.dispatches()).map(({ state }) => state)
  const BOTH = ["Pacote 1 (1 de 2): P1", "Pacote 2 (1 de 2): P2"]

  describe("a part whose dispatch was not answered", () => {
    it("is not taken for all of the order: its note follows, and so does the rest", async () => {
      const { shop, atPlatform, here } = await openShop()
      await shop.switchOn("shipments")
      const { simulator } = given()
      simulator.addFault({ kind: "drop", when: "after", operation: "updateFulfillmentOrder", skip: 1 })
      await shop.ship(here, { number: "P1" }, piece(here))
      await shop.lost()
      await read(shop, atPlatform)
      expect([await states(shop), notes(shop, atPlatform)]).toEqual([["unknown"], []])

      await shop.later()
      await shop.confirmed()
      expect(notes(shop, atPlatform)).toEqual(BOTH.slice(0, 1))
      await shop.ship(here, { number: "P2" }, piece(here))
      await shop.confirmed(2)
      expect(notes(shop, atPlatform)).toEqual(BOTH)
      expect(simulator.dispatches(atPlatform)).toMatchObject([{ times: 1, trackingCodes: ["P1", "P2"] }])
    })
  })

  describe("a part whose note was put off", () => {
    it("stays open when the order is read, and so does the part behind it", async () => {
      const { shop, atPlatform, here } = await openShop()
      const { simulator } = given()
      await shop.ship(here, { number: "P1" }, piece(here))
      await shop.until(["owed"], 1)
      await shop.ship(here, { number: "P2" }, piece(here))
      await shop.until(["owed"], 2)
      simulator.addFault({ kind: "throttle", resetMs: 60_000, operation: "createTrackingEvent" })
      await shop.switchOn("shipments")
      await shop.send()
      await shop.refill()
      await read(shop, atPlatform)
      expect(shop.steps(atPlatform)).toEqual(["PACKED", "DISPATCHED P1"])
      expect([await states(shop), notes(shop, atPlatform)]).toEqual([["owed", "owed"], []])

      await shop.later()
      await shop.confirmed(2)
      expect(notes(shop, atPlatform)).toEqual(BOTH)
    })
  })

  describe("another address under the same number", () => {
    const address = (name: string) => `https://rastreio.example/${name}`
    const correct = (fulfillmentId: string) =>
      given()
        .container.resolve(Modules.FULFILLMENT)
        .updateFulfillment(fulfillmentId, {
          labels: [{ tracking_number: "P1", tracking_url: address("right"), label_url: "#" }],
        })
    const shown = (shop: NuvemshopShop, atPlatform: number) =>
      shop.fulfillmentOrders(atPlatform)[0].tracking.url

    it("is told, and does not count as told before", async () => {
      const { shop, atPlatform, here } = await openShop()
      await shop.switchOn("shipments")
      const fulfillmentId = await shop.ship(here, { number: "P1", url: address("wrong") })
      await shop.confirmed()
      await shop.switchOff("shipments")
      await correct(fulfillmentId)
      await shop.until(["owed"], 1)
      await read(shop, atPlatform)
      expect(await states(shop)).toEqual(["owed"])

      await shop.switchOn("shipments")
      await shop.send()
      await shop.confirmed()
      expect(shown(shop, atPlatform)).toBe(address("right"))
    })

    it("without an answer is told until it is there", async () => {
      const { shop, atPlatform, here } = await openShop()
      await shop.switchOn("shipments")
      const fulfillmentId = await shop.ship(here, { number: "P1", url: address("wrong") })
      await shop.confirmed()
      given().simulator.addFault({ kind: "drop", when: "before", operation: "updateFulfillmentOrder" })
      await correct(fulfillmentId)
      await shop.lost()
      await shop.later()
      await shop.confirmed()
      await soon(() => shown(shop, atPlatform), address("right"))
    })
  })
}
