import { setTimeout as wait } from "node:timers/promises"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { AdminClient } from "../support/admin-client"
import { signInAdmin, type AdminSession } from "../support/admin-session"
import { seedStore, type SeededStore } from "../support/seed-store"
import { useAmazonSimulator } from "../support/simulated-amazon"
import { brakeSuite } from "./stock/brake"
import { driftSuite } from "./stock/drift"
import { listSuite } from "./stock/list"
import { marketplaceSuite } from "./stock/marketplaces"
import { pushSuite } from "./stock/push"
import type { StockShop } from "./stock/stock-shop"
import { triggerSuite } from "./stock/triggers"

jest.setTimeout(120_000)

const simulator = useAmazonSimulator()

medusaIntegrationTestRunner({
  inApp: true,
  moduleName: "stock",
  testSuite: ({ api, getContainer, dbConnection }) => {
    let store: SeededStore
    let admin: AdminSession
    let shop: StockShop
    const given = () => shop

    beforeAll(async () => {
      store = await seedStore(getContainer(), { stock: 10 })
      admin = await signInAdmin(getContainer(), "admin@example.com")
    })

    beforeEach(() => {
      simulator().clearFaults()
      shop = {
        api: new AdminClient(api, admin),
        container: getContainer(),
        simulator: simulator(),
        store,
        admin,
        sql: async (statement) =>
          ((await dbConnection.raw(statement)) as { rows: Record<string, unknown>[] }).rows,
      }
    })

    // What the last change announced is looked at in a moment; its database would be gone by then.
    afterEach(() => wait(400))

    describe("what is offered at the platform", () => pushSuite(given))
    describe("a change in the store", () => triggerSuite(given))
    describe("the safety stop", () => brakeSuite(given))
    describe("comparing with the platform", () => driftSuite(given))
    describe("stock in several marketplaces", () => marketplaceSuite(given))
    describe("the page of an account's stock", () => listSuite(given))
  },
})
