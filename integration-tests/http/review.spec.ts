import { setTimeout as wait } from "node:timers/promises"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import type { OrderAction } from "../../src/modules/marketplace/order-actions"
import { readOrder } from "../../src/providers/amazon/orders"
import { importDueOrders } from "../../src/workflows/import/import-due-orders"
import { stagedOrder } from "../../src/workflows/import/payload"
import { actOnMarketplaceOrdersWorkflow } from "../../src/workflows/inbox/act-on-orders"
import { generateOrders, plainUnshipped } from "../simulators/amazon"
import { connectAccount } from "../support/connect-account"
import { seedStore } from "../support/seed-store"

jest.setTimeout(120_000)

const DAY_MS = 86_400_000
const PERSON = "user_reviewer"

type WireOrder = ReturnType<typeof generateOrders>["orders"][number]

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer }) => {
    let container: MedusaContainer
    let marketplace: MarketplaceModuleService
    let accountId: string
    let wire: WireOrder

    beforeAll(async () => {
      container = getContainer()
      marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
      const store = await seedStore(container)
      accountId = (await connectAccount(container, { store, settings: { review_first: true } })).id
      wire = generateOrders({
        seed: "review",
        count: 1,
        from: new Date(Date.now() - 2 * DAY_MS),
        to: new Date(Date.now() - DAY_MS),
        marketplaces: ["US"],
        mix: plainUnshipped(2),
      }).orders[0]
    })

    /** Brings a version of the order from the platform and imports what is due. */
    async function bring(order: WireOrder) {
      const read = readOrder(order)
      await marketplace.stagePage(accountId, [stagedOrder(marketplace, accountId, read, 30)])
      return decide()
    }

    async function decide() {
      await importDueOrders(container, { accountId, actor: "schedule" })
      const [row] = await marketplace.listMarketplaceOrders({
        account_id: accountId,
        reference: wire.orderId,
      })
      return row
    }

    const act = (id: string, action: OrderAction) =>
      actOnMarketplaceOrdersWorkflow(container).run({ input: { ids: [id], action, actorId: PERSON } })

    /** The row once nobody works on it: an approval is carried out by a subscriber, at its own time. */
    async function settled(id: string) {
      for (let round = 0; round < 100; round++) {
        const row = await marketplace.retrieveMarketplaceOrder(id)
        if (row.next_attempt_at === null) return row
        await wait(50)
      }
      throw new Error("The order is still being worked on")
    }

    const later = (change: (order: WireOrder) => void): WireOrder => {
      const changed = structuredClone(wire)
      changed.lastUpdatedTime = new Date(Date.parse(wire.lastUpdatedTime) + 60_000).toISOString()
      change(changed)
      return changed
    }

    const medusaOrders = () =>
      container.resolve(Modules.ORDER).listOrders(
        {},
        {
          select: ["id", "status", "is_draft_order", "total", "email"],
          relations: ["transactions", "shipping_address"],
        },
      )
    const reservations = () => container.resolve(Modules.INVENTORY).listReservationItems({})

    it("an order waits as a draft, and approving it makes it an order with payment and reservations", async () => {
      const waiting = await bring(wire)
      expect(waiting).toMatchObject({ state: "review", problem_code: null })
      expect(await medusaOrders()).toMatchObject([
        { id: waiting.order_id, is_draft_order: true, transactions: [] },
      ])
      expect(await reservations()).toHaveLength(0)

      await act(waiting.id, "approve")
      expect(await settled(waiting.id)).toMatchObject({ state: "imported", order_id: waiting.order_id })
      const [order, ...others] = await medusaOrders()
      expect(others).toHaveLength(0)
      expect(order).toMatchObject({ is_draft_order: false, status: "pending" })
      expect(order.transactions).toHaveLength(1)
      expect(Number(order.transactions?.[0].amount)).toBe(Number(wire.proceeds?.grandTotal?.amount))
      expect(await reservations()).toHaveLength(2)
    })

    it("an order that changes while it waits is changed in place", async () => {
      const waiting = await bring(wire)
      const changed = await bring(
        later((order) => {
          if (order.recipient?.deliveryAddress) order.recipient.deliveryAddress.city = "Elsewhere"
        }),
      )
      expect(changed).toMatchObject({ state: "review", order_id: waiting.order_id })
      expect(await medusaOrders()).toMatchObject([
        { is_draft_order: true, shipping_address: { city: "Elsewhere" } },
      ])
    })

    it("a draft goes when the platform cancels the order", async () => {
      await bring(wire)
      const canceled = await bring(
        later((order) => {
          if (order.fulfillment) order.fulfillment.fulfillmentStatus = "CANCELLED"
        }),
      )
      expect(canceled.state).toBe("canceled")
      expect(await medusaOrders()).toHaveLength(0)
    })

    it("a draft goes when a person ignores the order, and comes back when a person wants it after all", async () => {
      const waiting = await bring(wire)
      await act(waiting.id, "ignore")
      expect(await decide()).toMatchObject({ state: "ignored", rule: "ignored_by_person", order_id: null })
      expect(await medusaOrders()).toHaveLength(0)

      await marketplace.actOnOrders([waiting.id], "retry", PERSON)
      expect(await decide()).toMatchObject({ state: "review" })
      expect(await medusaOrders()).toMatchObject([{ is_draft_order: true }])
    })
  },
})
