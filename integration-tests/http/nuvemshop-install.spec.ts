import { setTimeout as wait } from "node:timers/promises"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { startNuvemshopSimulator, type NuvemshopSimulator } from "../simulators/nuvemshop"
import { AdminClient } from "../support/admin-client"
import { rowsOf } from "../support/dump-database"
import { signInAdmin, type AdminSession } from "../support/admin-session"
import { seedStore, type SeededStore } from "../support/seed-store"
import { useAmazonSimulator } from "../support/simulated-amazon"
import { nuvemshopEnvironment, ROOMY_NUVEMSHOP } from "../support/simulated-nuvemshop"
import { besideAnotherPlatformSuite } from "./nuvemshop-install/beside-another-platform"
import { privacySuite } from "./nuvemshop-install/privacy"
import { installSuite } from "./nuvemshop-install/install"
import type { NuvemshopShop } from "./nuvemshop-install/shop"
import { standingSuite } from "./nuvemshop-install/standing"

jest.setTimeout(120_000)

const amazon = useAmazonSimulator()
let simulator: NuvemshopSimulator
// Medusa reads its configuration when it boots.
beforeAll(async () => {
  simulator = await startNuvemshopSimulator({ limits: ROOMY_NUVEMSHOP })
  Object.assign(process.env, nuvemshopEnvironment(simulator))
})
afterAll(() => simulator.close())

medusaIntegrationTestRunner({
  inApp: true,
  moduleName: "nuvemshop-install",
  testSuite: ({ api, getContainer, dbConnection }) => {
    let store: SeededStore
    let admin: AdminSession
    let shop: NuvemshopShop

    beforeAll(async () => {
      store = await seedStore(getContainer())
      admin = await signInAdmin(getContainer(), "admin@example.com")
    })
    beforeEach(() => {
      const base = String((api as { defaults: { baseURL?: string } }).defaults.baseURL)
      simulator.clearFaults()
      const hooks = `${base}/hooks/marketplaces/nuvemshop`
      simulator.app().redirectUrl = `${base}/admin/marketplaces/authorize/nuvemshop/callback`
      simulator.app().privacyUrls = {
        storeRedact: `${hooks}/store-redact`,
        customersRedact: `${hooks}/customers-redact`,
        customersDataRequest: `${hooks}/customers-data-request`,
      }
      shop = {
        api: new AdminClient(api, admin),
        container: getContainer(),
        simulator,
        amazon: amazon(),
        store,
        sql: (statement) => rowsOf(dbConnection, statement),
        database: dbConnection,
      }
    })
    // What a webhook announced is worked on in a moment; its database would be gone by then.
    afterEach(async () => {
      await simulator.settle()
      await wait(500)
    })

    describe("a store of Nuvemshop", () => installSuite(() => shop))
    describe("a connection to Nuvemshop", () => standingSuite(() => shop))
    describe("a buyer of Nuvemshop", () => privacySuite(() => shop))
    describe("Nuvemshop and Amazon", () => besideAnotherPlatformSuite(() => shop))
  },
})
