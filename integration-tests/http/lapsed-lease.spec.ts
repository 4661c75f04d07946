import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createWorkflow, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import { readOrder } from "../../src/providers/amazon/orders"
import type { Batch } from "../../src/workflows/import/batch"
import { importDueOrders } from "../../src/workflows/import/import-due-orders"
import { stagedOrder } from "../../src/workflows/import/payload"
import type { ImportPlan, Verdict } from "../../src/workflows/import/rules/verdict"
import { cancelOrdersStep } from "../../src/workflows/import/steps/cancel-orders"
import { createOrdersStep, type MadeOrders } from "../../src/workflows/import/steps/create-orders"
import { shipFromPlatformStep } from "../../src/workflows/import/steps/ship-from-platform"
import { generateOrders, plainUnshipped } from "../simulators/amazon"
import { connectAccount } from "../support/connect-account"
import { seedStore, type SeededStore } from "../support/seed-store"

jest.setTimeout(120_000)

const DAY_MS = 86_400_000
const AT_ONCE = [1, 2, 3, 4]

const shipping = createWorkflow(
  "test-ship-from-platform",
  (input: Parameters<typeof shipFromPlatformStep>[0]) => new WorkflowResponse(shipFromPlatformStep(input)),
)
const canceling = createWorkflow(
  "test-cancel-orders",
  (batch: Batch) => new WorkflowResponse(cancelOrdersStep(batch)),
)
const creating = createWorkflow(
  "test-create-orders",
  (input: Parameters<typeof createOrdersStep>[0]) => new WorkflowResponse(createOrdersStep(input)),
)

/**
 * A worker that was stopped for longer than its lease goes on when others have taken its orders over. Its last writes are
 * refused, and what it did to Medusa's order before must not be done twice.
 */
medusaIntegrationTestRunner({
  inApp: true,
  moduleName: "lapsed-lease",
  testSuite: ({ getContainer }) => {
    let container: MedusaContainer
    let store: SeededStore

    beforeAll(async () => {
      container = getContainer()
      store = await seedStore(container)
    })

    /** An order in Medusa, and the batch that several workers hold of it. */
    async function anOrder(settings: { review_first: boolean }) {
      const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
      const { id: accountId } = await connectAccount(container, { store, settings })
      const [wire] = generateOrders({
        seed: "lapsed-lease",
        count: 1,
        from: new Date(Date.now() - 2 * DAY_MS),
        to: new Date(Date.now() - DAY_MS),
        marketplaces: ["US"],
        mix: plainUnshipped(2),
      }).orders
      await marketplace.stagePage(accountId, [stagedOrder(marketplace, accountId, readOrder(wire), 30)])
      await importDueOrders(container, { accountId, actor: "schedule" })
      const [row] = await marketplace.listMarketplaceOrders({ account_id: accountId })
      const orderId = row.order_id ?? ""
      const { items = [], region_id } = await orders().retrieveOrder(orderId, { relations: ["items"] })
      const plan: ImportPlan = {
        fulfilledBy: "platform",
        regionId: region_id ?? "",
        salesChannelId: store.salesChannelId,
        locationId: store.platformLocationId,
        shippingOptionId: null,
        team: null,
        lines: items.map((item) => ({
          reference: String((item.metadata?.marketplace as { line_reference: string }).line_reference),
          listingKey: item.variant_sku ?? "",
          title: item.title,
          variantId: item.variant_id ?? null,
          product: null,
          createDraft: false,
          units: Number(item.quantity),
          needs: [],
        })),
        total: row.total ?? "",
        currency: row.currency ?? "",
      }
      const batchOf = (verdict: Verdict): Batch => ({
        accountId,
        providerId: "amazon",
        token: "lapsed",
        actor: "schedule",
        actorId: null,
        stopsShort: false,
        decisions: [
          {
            id: row.id,
            reference: row.reference,
            digest: row.digest,
            attempts: 1,
            displayId: `AMZ-${row.reference}`,
            orderId,
            before: {
              state: row.state,
              rule: null,
              problemCode: null,
              changed: false,
              drafted: settings.review_first,
              draft: null,
            },
            verdict,
          },
        ],
      })
      const made: MadeOrders = { orderIds: { [row.id]: orderId }, adopted: [row.id], canceledHere: [] }
      return { row, orderId, plan, batchOf, made }
    }

    const orders = () => container.resolve(Modules.ORDER)
    const shown = (orderId: string) =>
      orders().retrieveOrder(orderId, {
        relations: ["items", "items.detail", "transactions", "credit_lines", "summary"],
      })

    it("ships an order of the platform once, with its lines as they were", async () => {
      const { orderId, plan, batchOf, made } = await anOrder({ review_first: false })
      const input = { batch: batchOf({ action: "import", plan, remarks: [] }), made, failures: [] }
      const results = await Promise.all(AT_ONCE.map(() => shipping(container).run({ input })))
      expect(results.some(({ result }) => result.failures.length === 0)).toBe(true)
      const order = await shown(orderId)
      expect(order.items).toHaveLength(plan.lines.length)
      for (const item of order.items ?? []) {
        expect(Number(item.detail.quantity)).toBe(
          plan.lines.find(({ variantId }) => variantId === item.variant_id)?.units,
        )
        expect(Number(item.detail.shipped_quantity)).toBe(Number(item.detail.quantity))
      }
    })

    it("refunds a canceled order once", async () => {
      const { orderId, plan, batchOf } = await anOrder({ review_first: false })
      const results = await Promise.all(
        AT_ONCE.map(() => canceling(container).run({ input: batchOf({ action: "cancel" }) })),
      )
      expect(results.some(({ result }) => result.failures.length === 0)).toBe(true)
      const order = await shown(orderId)
      expect(order.status).toBe("canceled")
      expect(order.transactions?.map(({ amount }) => Number(amount)).sort()).toEqual(
        [Number(plan.total), -Number(plan.total)].sort(),
      )
      expect(order.credit_lines).toHaveLength(1)
      expect(order.items).toHaveLength(plan.lines.length)
    })

    it("pays an approved draft once", async () => {
      const { orderId, plan, batchOf } = await anOrder({ review_first: true })
      const input = {
        batch: batchOf({ action: "import", plan, remarks: [] }),
        products: { variantIds: {}, failures: [] },
        customers: { customerIds: {}, failures: [] },
        failures: [],
      }
      const results = await Promise.all(AT_ONCE.map(() => creating(container).run({ input })))
      expect(results.some(({ result }) => result.failures.length === 0)).toBe(true)
      const order = await shown(orderId)
      expect(order.transactions).toHaveLength(1)
      expect(Number(order.transactions?.[0].amount)).toBe(Number(plan.total))
    })
  },
})
