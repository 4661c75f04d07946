import { Modules } from "@medusajs/framework/utils"
import { emailShipmentProblems } from "../../../src/workflows/dispatch/shipment/email-problems"
import type { Given } from "./given"
import type { ShippingShop } from "./shop"

const WANTED = { shipment_problem_email: "shop@example.com" }

export function emailTests({ open, bell, simulator }: Given): void {
  describe("the e-mail on shipments that were not confirmed", () => {
    afterEach(() => jest.restoreAllMocks())

    /** Stands in for the shop's e-mail provider; the bell goes on as it is. */
    function inbox(shop: ShippingShop, accept: () => boolean = () => true) {
      const notifications = shop.container.resolve(Modules.NOTIFICATION)
      const send = notifications.createNotifications.bind(notifications)
      const letters: { to: string; template: string; data: Record<string, unknown> }[] = []
      jest.spyOn(notifications, "createNotifications").mockImplementation((async (given: never) => {
        const { channel, to, template, data } = given as {
          channel: string
          to: string
          template: string
          data: Record<string, unknown>
        }
        if (channel !== "email") return send(given)
        if (!accept()) throw new Error("the provider is out of order")
        letters.push({ to, template, data })
        return given
      }) as never)
      return letters
    }

    async function withTwoProblems() {
      const shop = await open({ orders: 2, settings: WANTED })
      simulator().addFault({ kind: "status", status: 400, operation: "confirmShipment", times: 1 })
      const rejected = await shop.order(0)
      await shop.ship(rejected, ["1Z301"])
      await shop.untilProblem("shipment_rejected")
      const missing = await shop.order(1)
      await shop.ship(missing, [])
      await shop.untilProblem("tracking_missing")
      return { shop, references: [rejected.reference, missing.reference] }
    }

    it("tells all that is new once, whichever process sends it", async () => {
      const { shop, references } = await withTwoProblems()
      const letters = inbox(shop)
      await Promise.all([emailShipmentProblems(shop.container), emailShipmentProblems(shop.container)])
      await emailShipmentProblems(shop.container)
      expect(letters).toHaveLength(1)
      const [{ to, template, data }] = letters
      expect({ to, template }).toEqual({
        to: "shop@example.com",
        template: "marketplace-shipment-problems",
      })
      expect(data).toMatchObject({
        title: "Test store: 2 shipments were not confirmed",
        account: { path: `/app/marketplaces/${shop.accountId}?tab=shipping` },
      })
      const told = data.shipments as { order: string; title: string; way_out: string; path: string }[]
      expect(told.map(({ order }) => order).sort()).toEqual([...references].sort())
      for (const one of told) {
        expect(one.way_out).toBeTruthy()
        expect(one.path).toContain("/app/orders/")
      }
    })

    it("is sent again when the provider did not take it", async () => {
      const { shop } = await withTwoProblems()
      let up = false
      const letters = inbox(shop, () => up)
      await emailShipmentProblems(shop.container)
      expect(letters).toHaveLength(0)
      up = true
      await emailShipmentProblems(shop.container)
      expect(letters).toHaveLength(1)
    })

    it("is not missed in silence where the store can send none: the bell says so once", async () => {
      const { shop } = await withTwoProblems()
      await emailShipmentProblems(shop.container)
      await emailShipmentProblems(shop.container)
      const lines = await bell(shop.accountId)
      expect(lines.filter(({ data }) => String(data?.title).includes("no e-mails can be sent"))).toHaveLength(
        1,
      )
    })
  })
}
