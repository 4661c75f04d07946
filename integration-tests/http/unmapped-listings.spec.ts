import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import type { AccountSettings } from "../../src/modules/marketplace/settings"
import { readOrder } from "../../src/providers/amazon/orders"
import { importDueOrders } from "../../src/workflows/import/import-due-orders"
import { stagedOrder } from "../../src/workflows/import/payload"
import { generateOrders, plainUnshipped } from "../simulators/amazon"
import { connectAccount } from "../support/connect-account"
import { seedStore, type SeededStore } from "../support/seed-store"

jest.setTimeout(120_000)

const DAY_MS = 86_400_000
const UNKNOWN_SKU = "NOT-IN-THIS-SHOP"

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer }) => {
    let container: MedusaContainer
    let marketplace: MarketplaceModuleService
    let store: SeededStore

    beforeAll(async () => {
      container = getContainer()
      marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
      store = await seedStore(container)
    })

    async function importThree(settings: Partial<AccountSettings>) {
      const { id: accountId } = await connectAccount(container, { store, settings })
      const { orders } = generateOrders({
        seed: "unmapped",
        count: 3,
        from: new Date(Date.now() - 2 * DAY_MS),
        to: new Date(Date.now() - DAY_MS),
        marketplaces: ["US"],
        skus: [UNKNOWN_SKU],
        mix: plainUnshipped(1),
      })
      const staged = orders.map((order) => stagedOrder(marketplace, accountId, readOrder(order), 30))
      await marketplace.stagePage(accountId, staged)
      await importDueOrders(container, { accountId, actor: "schedule" })
      return { accountId, rows: await marketplace.listMarketplaceOrders({ account_id: accountId }) }
    }

    const madeProducts = () =>
      container.resolve(Modules.PRODUCT).listProducts({ status: "draft" }, { relations: ["variants"] })

    it("blocks the orders and remembers the listing, where the account says nothing else", async () => {
      const { accountId, rows } = await importThree({})
      expect(rows.map(({ state, problem_code }) => [state, problem_code])).toEqual(
        Array.from({ length: 3 }, () => ["blocked", "listing_unmapped"]),
      )
      expect(await marketplace.listProductMappings({ account_id: accountId })).toMatchObject([
        { listing_key: UNKNOWN_SKU, state: "unmapped", variant_id: null },
      ])
      expect(await madeProducts()).toHaveLength(0)
    })

    it("makes one draft product for the listing and imports the orders with it, where the account wants that", async () => {
      const { accountId, rows } = await importThree({ unmapped_policy: "draft" })
      expect(rows.map(({ state }) => state)).toEqual(["imported", "imported", "imported"])
      const [product, ...others] = await madeProducts()
      expect(others).toHaveLength(0)
      expect(product.variants).toMatchObject([{ sku: UNKNOWN_SKU }])
      expect(await marketplace.listProductMappings({ account_id: accountId })).toMatchObject([
        { state: "mapped", matched_by: "created", variant_id: product.variants[0].id },
      ])
      const orders = await container
        .resolve(Modules.ORDER)
        .listOrders({ id: rows.map(({ order_id }) => order_id ?? "") }, { relations: ["items"] })
      const lines = orders.flatMap((order) => (order.items ?? []).filter((item) => item.variant_id))
      expect(lines).toHaveLength(3)
      for (const line of lines) {
        expect(line).toMatchObject({
          variant_id: product.variants[0].id,
          variant_sku: UNKNOWN_SKU,
          product_id: product.id,
          product_title: product.title,
        })
      }
    })
  },
})
