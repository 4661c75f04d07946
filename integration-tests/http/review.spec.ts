import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { AdminClient } from "../support/admin-client"
import { signInAdmin } from "../support/admin-session"
import { connectAccount } from "../support/connect-account"
import { seedStore } from "../support/seed-store"
import { useAmazonSimulator } from "../support/simulated-amazon"
import { bundleSuite } from "./review/bundle"
import { changingSuite } from "./review/changing"
import { convertingSuite } from "./review/converting"
import { editingSuite } from "./review/editing"
import { serviceOf, type ReviewShop } from "./review/shop"
import { waitingSuite } from "./review/waiting"

jest.setTimeout(120_000)

useAmazonSimulator()

medusaIntegrationTestRunner({
  inApp: true,
  moduleName: "review",
  testSuite: ({ api, getContainer }) => {
    let shop: ReviewShop
    const given = () => shop

    beforeAll(async () => {
      const container = getContainer()
      const store = await seedStore(container)
      const admin = await signInAdmin(container, "reviewer@example.com")
      const { id: accountId } = await connectAccount(container, { store, settings: { review_first: true } })
      shop = {
        container,
        marketplace: serviceOf(container),
        api: new AdminClient(api, admin),
        admin,
        store,
        accountId,
      }
    })

    beforeEach(() => {
      const container = getContainer()
      shop = { ...shop, container, marketplace: serviceOf(container), api: new AdminClient(api, shop.admin) }
    })

    describe("an order to review", () => waitingSuite(given))
    describe("a draft edited in Medusa", () => editingSuite(given))
    describe("a draft turned into an order in Medusa", () => convertingSuite(given))
    describe("what a person changes about an order", () => changingSuite(given))
    describe("the support bundle", () => bundleSuite(given))
  },
})
