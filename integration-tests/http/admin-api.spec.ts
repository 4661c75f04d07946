import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { DEMO_APPLICATION } from "../simulators/amazon"
import { AdminClient } from "../support/admin-client"
import { signInAdmin, type AdminSession } from "../support/admin-session"
import { seedStore, type SeededStore } from "../support/seed-store"
import { useAmazonSimulator } from "../support/simulated-amazon"
import { accountSuite } from "./admin-api/accounts"
import { attentionSuite } from "./admin-api/attention"
import { authorizationSuite } from "./admin-api/authorization"
import { dispatchSuite } from "./admin-api/dispatches"
import { explainSuite } from "./admin-api/explain"
import { explainEverywhereSuite } from "./admin-api/explain-everywhere"
import { guardSuite } from "./admin-api/guard"
import { mappingSuite } from "./admin-api/mappings"
import { orderScreenSuite } from "./admin-api/order-screens"
import { orderActionSuite } from "./admin-api/order-actions"
import { orderSuite } from "./admin-api/orders"
import { refusalSuite } from "./admin-api/refusals"
import { setUpSuite } from "./admin-api/set-up"
import type { Shop } from "./admin-api/shop"
import { suggestionSuite } from "./admin-api/suggestions"
import { unstorableSuite } from "./admin-api/unstorable"
import { workSuite } from "./admin-api/work"

jest.setTimeout(120_000)

const simulator = useAmazonSimulator()

// Before the app boots: its configuration is read from the environment.
beforeAll(() => {
  process.env.MARKETPLACE_LANGUAGE = "pt-BR"
})

afterAll(() => {
  delete process.env.MARKETPLACE_LANGUAGE
})

medusaIntegrationTestRunner({
  inApp: true,
  moduleName: "admin-api",
  testSuite: ({ api, getContainer, dbConnection }) => {
    let store: SeededStore
    let admin: AdminSession
    let otherAdmin: AdminSession
    let shop: Shop
    const given = () => shop

    beforeAll(async () => {
      store = await seedStore(getContainer())
      admin = await signInAdmin(getContainer(), "admin@example.com")
      otherAdmin = await signInAdmin(getContainer(), "other@example.com")
    })

    beforeEach(() => {
      const sql = async (statement: string) =>
        ((await dbConnection.raw(statement)) as { rows: Record<string, unknown>[] }).rows
      shop = {
        api: new AdminClient(api, admin),
        container: getContainer(),
        simulator: simulator(),
        store,
        admin,
        otherAdmin,
        sql,
      }
    })

    afterEach(() => {
      // Whatever a test asked: no answer holds a token, a code's secret or anything sealed or leased.
      const said = JSON.stringify(shop.api.answers.map(({ data, headers }) => ({ data, headers })))
      expect(said).not.toContain(DEMO_APPLICATION.clientSecret)
      expect(said).not.toMatch(/Atz[ar]\|\w|secret-refresh|sealed_|lease_|spapi_oauth_code=/)
    })

    describe("the guard of the admin API", () => guardSuite(given))
    describe("accounts", () => accountSuite(given))
    describe("setting up an account", () => setUpSuite(given))
    describe("what needs a person", () => attentionSuite(given))
    describe("consent pages", () => authorizationSuite(given))
    describe("orders", () => orderSuite(given))
    describe("several orders at once", () => orderActionSuite(given))
    describe("Medusa's order pages", () => orderScreenSuite(given))
    describe("work", () => workSuite(given))
    describe("mappings", () => mappingSuite(given))
    describe("suggestions", () => suggestionSuite(given))
    describe("refusals", () => refusalSuite(given))
    describe("texts that no database takes are refused", () => unstorableSuite(given))
    describe("what is owed to platforms", () => dispatchSuite(given))
    describe("explanations", () => explainSuite(given))
    describe("explanations of any account's number", () => explainEverywhereSuite(given))
  },
})
