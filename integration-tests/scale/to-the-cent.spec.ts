import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import fc from "fast-check"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import { readOrder } from "../../src/providers/amazon/orders"
import { importDueOrders } from "../../src/workflows/import/import-due-orders"
import { stagedOrder } from "../../src/workflows/import/payload"
import { generateOrders, type ExpectedOrder } from "../simulators/amazon"
import { amazonSites, connectAccount } from "../support/connect-account"
import { seedStore } from "../support/seed-store"

jest.setTimeout(15 * 60_000)

const RUNS = 28
const ORDERS_A_RUN = 110
const DAY_MS = 86_400_000
const MARKETPLACES = ["US", "CA", "BR", "MX", "UK", "DE", "JP"]

type MedusaOrder = {
  custom_display_id: string
  currency_code: string
  total: number
  tax_total: number
  item_total: number
  shipping_total: number
  summary: { pending_difference: number; paid_total: number }
  items: { total: number; tax_total: number; metadata: { marketplace?: { line_reference?: string } } }[]
  shipping_methods: { total: number; tax_total: number }[]
  payment_collections: { status: string; captured_amount: number }[]
}

const FIELDS = [
  "custom_display_id",
  "currency_code",
  "total",
  "tax_total",
  "item_total",
  "shipping_total",
  "summary.*",
  "items.*",
  "shipping_methods.*",
  "payment_collections.status",
  "payment_collections.captured_amount",
]

/** Cents as the generator counts them: sums of decimal strings without floats. */
const cents = (amount: string): number => Math.round(Number(amount) * 100)

/** What differs between the platform's amounts and Medusa's; empty when the order agrees to the cent. */
function differences(expected: ExpectedOrder, order: MedusaOrder | undefined): string[] {
  const name = `${expected.orderId} (${expected.currency}, ${expected.basis})`
  if (!order) return [`${name}: not there`]
  const total = Number(expected.total)
  const tax = Number(expected.taxTotal)
  const lines = expected.lines.reduce((sum, line) => sum + (line.total === null ? 0 : cents(line.total)), 0)
  const shipping = cents(String(order.shipping_total))
  const facts: [string, number | string, number | string][] = [
    ["total", order.total, total],
    ["tax total", order.tax_total, tax],
    // Every line of the platform: its goods, gift wrap and fees are items, its shipping is the shipping method.
    ["lines", cents(String(order.item_total)) + shipping, lines + cents(expected.deliveryTip ?? "0")],
    ["outstanding", order.summary.pending_difference, 0],
    ["paid", order.summary.paid_total, total],
    ["captured", order.payment_collections[0]?.captured_amount, total],
    ["payment collections", order.payment_collections.length, 1],
    ["payment status", order.payment_collections[0]?.status, "completed"],
    ["currency", order.currency_code.toUpperCase(), expected.currency],
  ]
  return facts.filter(([, actual, wanted]) => actual !== wanted).map((fact) => `${name}: ${fact.join(" ")}`)
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer }) => {
    async function importGenerated(container: MedusaContainer, accountId: string, seed: number) {
      const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
      const { orders, expected } = generateOrders({
        seed,
        count: ORDERS_A_RUN,
        from: new Date(Date.now() - 30 * DAY_MS),
        to: new Date(Date.now() - 3_600_000),
        marketplaces: MARKETPLACES,
        discountSign: "mixed",
        mix: {
          fbaShare: 0.15,
          statuses: { UNSHIPPED: 8, PARTIALLY_SHIPPED: 1, SHIPPED: 1 },
          lines: { min: 1, max: 20 },
        },
      })
      const staged = orders.map((order) => stagedOrder(marketplace, accountId, readOrder(order)))
      await marketplace.stagePage(accountId, staged)
      await importDueOrders(container, { accountId, actor: "schedule" })
      return expected.filter((order) => order.importable && order.priced && order.total !== null)
    }

    it("every imported order has the platform's amounts to the cent and nothing outstanding", async () => {
      const container = getContainer()
      const store = await seedStore(container, { stock: 10_000_000, platformStock: 10_000_000 })
      const { id } = await connectAccount(container, { store, sites: amazonSites(...MARKETPLACES) })
      const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
      const query = container.resolve(ContainerRegistrationKeys.QUERY)
      let compared = 0
      await fc.assert(
        fc.asyncProperty(fc.integer(), async (seed) => {
          const expected = await importGenerated(container, id, seed)
          const rows = await marketplace.listMarketplaceOrders(
            { account_id: id, reference: expected.map(({ orderId }) => orderId) },
            { select: ["reference", "state", "rule", "problems", "order_id"], take: ORDERS_A_RUN },
          )
          const state = new Map(rows.map((row) => [row.reference, row]))
          // Merchant's orders that were shipped elsewhere, and the platform's that are not shipped yet, are not imported.
          const imported = expected.filter(({ orderId }) => state.get(orderId)?.rule === null)
          expect(
            imported
              .filter(({ orderId }) => state.get(orderId)?.state !== "imported")
              .map(({ orderId }) => state.get(orderId)),
          ).toEqual([])
          const { data } = await query.graph({
            entity: "order",
            fields: FIELDS,
            filters: { id: imported.map(({ orderId }) => state.get(orderId)?.order_id ?? "") },
          })
          const found = new Map(
            (data as unknown[]).map((order) => [
              (order as MedusaOrder).custom_display_id,
              order as MedusaOrder,
            ]),
          )
          expect(imported.flatMap((order) => differences(order, found.get(`AMZ-${order.orderId}`)))).toEqual(
            [],
          )
          compared += imported.length
        }),
        { numRuns: RUNS, endOnFailure: true },
      )
      expect(compared).toBeGreaterThanOrEqual(2_000)
    })
  },
})
