import path from "node:path"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { AdminClient } from "../support/admin-client"
import { signInAdmin, type AdminSession } from "../support/admin-session"
import { seedStore, type SeededStore } from "../support/seed-store"
import { customerSuite } from "./import-rules/customers"
import { lastPieceSuite } from "./import-rules/last-piece"
import { numberSuite } from "./import-rules/numbers"
import { productSuite } from "./import-rules/products"
import { saleSuite } from "./import-rules/sales"
import { RuleShop } from "./import-rules/shop"

jest.setTimeout(120_000)

// Medusa's configuration is read before the runner sets its own environment.
beforeAll(() => {
  process.env.MARKETPLACE_TEST_PROVIDERS = `stall=${path.join(__dirname, "..", "fixtures", "stall-connector")}`
})
afterAll(() => {
  delete process.env.MARKETPLACE_TEST_PROVIDERS
})

medusaIntegrationTestRunner({
  inApp: true,
  moduleName: "import-rules",
  testSuite: ({ api, getContainer }) => {
    let store: SeededStore
    let admin: AdminSession
    const given = () => new RuleShop(getContainer(), new AdminClient(api, admin), admin, store)

    beforeAll(async () => {
      store = await seedStore(getContainer())
      admin = await signInAdmin(getContainer(), "admin@example.com")
    })

    describe("the customer of an order", () => customerSuite(given))
    describe("the product of a line", () => productSuite(given))
    describe("a sale", () => saleSuite(given))
    describe("the last piece", () => lastPieceSuite(given))
    describe("the number by which people know an order", () => numberSuite(given))
  },
})
