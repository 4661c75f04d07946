import { setTimeout as wait } from "node:timers/promises"
import {
  cancelOrderFulfillmentWorkflow,
  cancelOrderWorkflow,
  createOrderFulfillmentWorkflow,
} from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import { readOrder } from "../../src/providers/amazon/orders"
import { updateMarketplaceAccountWorkflow } from "../../src/workflows/account/update-account"
import { actOnMarketplaceOrdersWorkflow } from "../../src/workflows/inbox/act-on-orders"
import { stagedOrder } from "../../src/workflows/import/payload"
import { generateOrders, plainUnshipped } from "../simulators/amazon"
import { connectAccount } from "../support/connect-account"
import { decideUntilSettled } from "../support/decide-until-settled"
import { seedStore, type SeededStore } from "../support/seed-store"

jest.setTimeout(120_000)

const DAY_MS = 86_400_000

type WireOrder = ReturnType<typeof generateOrders>["orders"][number]
type Row = Awaited<ReturnType<MarketplaceModuleService["retrieveMarketplaceOrder"]>>

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer }) => {
    let container: MedusaContainer
    let marketplace: MarketplaceModuleService
    let accountId: string
    let store: SeededStore
    let wire: WireOrder

    beforeAll(async () => {
      container = getContainer()
      marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
      store = await seedStore(container)
      accountId = (await connectAccount(container, { store })).id
      wire = generateOrders({
        seed: "cancel-conflicts",
        count: 1,
        from: new Date(Date.now() - 2 * DAY_MS),
        to: new Date(Date.now() - DAY_MS),
        marketplaces: ["US"],
        mix: plainUnshipped(2),
      }).orders[0]
    })

    const rowNow = async (): Promise<Row> => {
      const [row] = await marketplace.listMarketplaceOrders({ reference: wire.orderId })
      return row
    }

    const decide = (): Promise<Row> => decideUntilSettled(container, accountId, wire.orderId)

    let version = 0
    /** Brings a version of the order from the platform and decides it. */
    async function bring(status: NonNullable<WireOrder["fulfillment"]>["fulfillmentStatus"]): Promise<Row> {
      version += 1
      const order = structuredClone(wire)
      order.lastUpdatedTime = new Date(Date.parse(wire.lastUpdatedTime) + version * 60_000).toISOString()
      if (order.fulfillment) order.fulfillment.fulfillmentStatus = status
      await marketplace.stagePage(accountId, [stagedOrder(marketplace, accountId, readOrder(order), 30)])
      return decide()
    }

    const reservations = () => container.resolve(Modules.INVENTORY).listReservationItems({})
    const medusaOrder = async (row: Row) => container.resolve(Modules.ORDER).retrieveOrder(row.order_id ?? "")
    const codesOf = (row: Row) =>
      z
        .array(z.object({ code: z.string() }))
        .parse(row.problems ?? [])
        .map(({ code }) => code)

    async function pack(row: Row): Promise<string> {
      const order = await container
        .resolve(Modules.ORDER)
        .retrieveOrder(row.order_id ?? "", { relations: ["items"] })
      const { result } = await createOrderFulfillmentWorkflow(container).run({
        input: {
          order_id: order.id,
          location_id: store.locationId,
          shipping_option_id: store.shippingOptionId,
          items: (order.items ?? []).map(({ id, quantity }) => ({ id, quantity })),
        },
      })
      return result.id
    }

    const invoice = (row: Row) =>
      container
        .resolve(Modules.ORDER)
        .updateOrders(row.order_id ?? "", { metadata: { ...row, invoice_number: "NF-e 1234" } })

    /** Waits until the subscriber that follows a cancellation in the store has done its work. */
    async function afterCancelHere(): Promise<Row> {
      for (let round = 0; round < 100; round++) {
        const row = await rowNow()
        if (row.canceled_here_at && row.next_attempt_at === null) return row
        await wait(50)
      }
      throw new Error("The cancellation was not noted")
    }

    const cancelHere = async (row: Row): Promise<Row> => {
      await cancelOrderWorkflow(container).run({ input: { order_id: row.order_id ?? "" } })
      return afterCancelHere()
    }

    describe("canceled at the platform", () => {
      it("before the import: noted, and nothing is made of it", async () => {
        expect(await bring("CANCELLED")).toMatchObject({ state: "canceled", order_id: null })
        expect(await container.resolve(Modules.ORDER).listOrders({})).toHaveLength(0)
      })

      it("after the import and its reservation: canceled here too, and what was reserved is free", async () => {
        const row = await bring("UNSHIPPED")
        expect(await reservations()).toHaveLength(2)
        expect(await bring("CANCELLED")).toMatchObject({ state: "canceled", problem_code: null })
        expect(await reservations()).toHaveLength(0)
        expect((await medusaOrder(row)).status).toBe("canceled")
      })

      it("after it was packed: nothing is undone, a person is asked", async () => {
        const row = await bring("UNSHIPPED")
        await pack(row)
        expect(codesOf(await bring("CANCELLED"))).toEqual(["canceled_after_shipment"])
        expect((await medusaOrder(row)).status).toBe("pending")
      })

      it("after it was invoiced: nothing is undone, a person is asked to settle the invoice", async () => {
        const row = await bring("UNSHIPPED")
        await invoice(row)
        const asked = await bring("CANCELLED")
        expect(asked).toMatchObject({ state: "imported" })
        expect(codesOf(asked)).toEqual(["canceled_after_invoice"])
        expect(await reservations()).toHaveLength(2)
      })

      it("after a person settled the invoice and canceled it here: done", async () => {
        const row = await bring("UNSHIPPED")
        await invoice(row)
        await bring("CANCELLED")
        await cancelHere(row)
        expect(await decide()).toMatchObject({ state: "canceled", problem_code: null })
      })
    })

    describe("canceled in the store", () => {
      it("while the platform still counts on it: a task, which goes when the platform cancels as well", async () => {
        const row = await bring("UNSHIPPED")
        const asked = await cancelHere(row)
        expect(asked).toMatchObject({ state: "imported", problem_code: "canceled_here_only" })
        expect(await reservations()).toHaveLength(0)
        expect(await bring("CANCELLED")).toMatchObject({ state: "canceled", problem_code: null })
      })

      it("after it was packed: Medusa wants the parcel canceled first, and then the task is the same", async () => {
        const row = await bring("UNSHIPPED")
        const fulfillmentId = await pack(row)
        const tooEarly = cancelOrderWorkflow(container).run({ input: { order_id: row.order_id ?? "" } })
        await expect(tooEarly).rejects.toMatchObject({
          message: expect.stringContaining("fulfillments must be canceled"),
        })
        await cancelOrderFulfillmentWorkflow(container).run({
          input: { order_id: row.order_id ?? "", fulfillment_id: fulfillmentId },
        })
        expect(codesOf(await cancelHere(row))).toEqual(["canceled_here_only"])
      })

      it("after the platform saw it sent: the task says that it is too late to cancel there", async () => {
        const row = await bring("UNSHIPPED")
        await cancelHere(row)
        expect(codesOf(await bring("SHIPPED"))).toEqual(["canceled_here_after_confirmation"])
      })

      it("after it was invoiced: both the platform and the invoice are tasks", async () => {
        const row = await bring("UNSHIPPED")
        await invoice(row)
        expect(codesOf(await cancelHere(row))).toEqual(["canceled_here_only", "canceled_after_invoice"])
      })
    })

    describe("an order that waits for its payment", () => {
      const keepGoods = (on: boolean) =>
        updateMarketplaceAccountWorkflow(container).run({
          input: { accountId, settings: { reserve_waiting_orders: on }, actorId: "user_keeper" },
        })
      const reservedUnits = async () =>
        (await reservations()).reduce((sum, { quantity }) => sum + Number(quantity), 0)

      it("keeps its goods when the account wants it, hands them to its lines, and is never counted twice", async () => {
        await keepGoods(true)
        expect(await bring("PENDING")).toMatchObject({ state: "waiting", rule: "not_paid" })
        const kept = await reservedUnits()
        expect(kept).toBeGreaterThan(0)
        await bring("PENDING")
        expect(await reservedUnits()).toBe(kept)

        const row = await bring("UNSHIPPED")
        expect(await reservedUnits()).toBe(kept)
        const order = await container
          .resolve(Modules.ORDER)
          .retrieveOrder(row.order_id ?? "", { relations: ["items"] })
        const lines = new Set((order.items ?? []).map(({ id }) => id))
        expect((await reservations()).every(({ line_item_id }) => lines.has(line_item_id ?? ""))).toBe(true)
      })

      it("lets go of them when it is canceled, and when the setting is switched off", async () => {
        await keepGoods(true)
        await bring("PENDING")
        await keepGoods(false)
        await decide()
        expect(await reservations()).toHaveLength(0)

        await keepGoods(true)
        await decide()
        expect(await reservations()).not.toHaveLength(0)
        await bring("CANCELLED")
        expect(await reservations()).toHaveLength(0)
      })

      it("lets go of them when a person leaves it out, which is told once and stays so", async () => {
        await keepGoods(true)
        const { id } = await bring("PENDING")
        expect(await reservations()).not.toHaveLength(0)
        await actOnMarketplaceOrdersWorkflow(container).run({
          input: { ids: [id], action: "ignore", actorId: "user_keeper" },
        })
        const left = await decide()
        expect(left).toMatchObject({ state: "ignored", rule: "ignored_by_person", next_attempt_at: null })
        expect(await reservations()).toHaveLength(0)
        const lines = await marketplace.listHistoryEntries({ subject_id: id }, { order: { at: "ASC" } })
        expect(lines.map(({ event }) => event).slice(-2)).toEqual(["waiting", "ignored_by_person"])
      })
    })
  },
})
