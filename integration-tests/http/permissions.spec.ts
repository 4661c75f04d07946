import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { DEMO_APPLICATION, startAmazonSimulator, type AmazonSimulator } from "../simulators/amazon"
import { AdminClient } from "../support/admin-client"
import type { AdminSession } from "../support/admin-session"
import { seedStore, type SeededStore } from "../support/seed-store"
import { signInWithRoles } from "../support/sign-in-with-roles"
import type { Shop } from "./admin-api/shop"
import { guardedRouteSuite } from "./permissions/routes"
import { roleSuite } from "./permissions/roles"

jest.setTimeout(120_000)

const PLENTY = { rate: 1000, burst: 1000 }
let simulator: AmazonSimulator

// Before the app boots: its configuration and Medusa's flags are read from the environment.
beforeAll(async () => {
  simulator = await startAmazonSimulator({
    applications: [DEMO_APPLICATION],
    limits: { searchOrders: PLENTY, getOrder: PLENTY, getMarketplaceParticipations: PLENTY },
  })
  Object.assign(process.env, {
    MEDUSA_FF_RBAC: "true",
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
  moduleName: "permissions",
  testSuite: ({ api, getContainer, dbConnection }) => {
    let store: SeededStore
    let admin: AdminSession
    let shop: Shop
    const given = () => shop

    beforeAll(async () => {
      const nobody = new AdminClient(api, { id: "", headers: {} })
      store = await seedStore(getContainer())
      admin = await signInWithRoles(getContainer(), nobody, "owner@example.com", ["role_super_admin"])
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
        otherAdmin: admin,
        sql,
      }
    })

    describe("every route", () => guardedRouteSuite(given))
    describe("a role", () => roleSuite(given))
  },
})
