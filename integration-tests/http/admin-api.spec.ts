import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { DEMO_APPLICATION, startAmazonSimulator, type AmazonSimulator } from "../simulators/amazon"
import { AdminClient } from "../support/admin-client"
import { signInAdmin, type AdminSession } from "../support/admin-session"
import { seedStore, type SeededStore } from "../support/seed-store"
import { accountSuite } from "./admin-api/accounts"
import { authorizationSuite } from "./admin-api/authorization"
import { explainSuite } from "./admin-api/explain"
import { guardSuite } from "./admin-api/guard"
import { mappingSuite } from "./admin-api/mappings"
import { orderSuite } from "./admin-api/orders"
import type { Shop } from "./admin-api/shop"
import { workSuite } from "./admin-api/work"

jest.setTimeout(120_000)

const PLENTY = { rate: 1000, burst: 1000 }
let simulator: AmazonSimulator

// Before the app boots: its configuration is read from the environment.
beforeAll(async () => {
  simulator = await startAmazonSimulator({
    applications: [DEMO_APPLICATION],
    limits: { searchOrders: PLENTY, getOrder: PLENTY, getMarketplaceParticipations: PLENTY },
  })
  Object.assign(process.env, {
    AMAZON_CLIENT_ID: DEMO_APPLICATION.clientId,
    AMAZON_CLIENT_SECRET: DEMO_APPLICATION.clientSecret,
    AMAZON_APPLICATION_ID: DEMO_APPLICATION.applicationId,
    AMAZON_ENDPOINT: simulator.url,
    AMAZON_TOKEN_ENDPOINT: simulator.tokenUrl,
    AMAZON_SELLER_CENTRAL_URL: simulator.sellerCentralUrl,
  })
})

afterAll(async () => {
  await simulator.close()
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
        simulator,
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
    describe("consent pages", () => authorizationSuite(given))
    describe("orders", () => orderSuite(given))
    describe("work", () => workSuite(given))
    describe("mappings", () => mappingSuite(given))
    describe("explanations", () => explainSuite(given))
  },
})
