import { setTimeout as wait } from "node:timers/promises"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { startNuvemshopSimulator, type NuvemshopSimulator } from "../simulators/nuvemshop"
import { AdminClient } from "../support/admin-client"
import { signInAdmin } from "../support/admin-session"
import { seedStore } from "../support/seed-store"
import { nuvemshopEnvironment, ROOMY_NUVEMSHOP } from "../support/simulated-nuvemshop"
import { shipmentPartsSuite } from "./nuvemshop-out/shipment-parts"
import { shipmentSuite } from "./nuvemshop-out/shipments"
import type { Given } from "./nuvemshop-out/shop"
import { stockSuite } from "./nuvemshop-out/stock"

jest.setTimeout(120_000)

let simulator: NuvemshopSimulator
// Medusa reads its configuration when it boots.
beforeAll(async () => {
  simulator = await startNuvemshopSimulator({ limits: ROOMY_NUVEMSHOP })
  Object.assign(process.env, nuvemshopEnvironment(simulator))
})
afterAll(() => simulator.close())

medusaIntegrationTestRunner({
  inApp: true,
  moduleName: "nuvemshop-out",
  testSuite: ({ api, getContainer, dbConnection }) => {
    let given: Given

    beforeAll(async () => {
      const container = getContainer()
      const store = await seedStore(container)
      const admin = new AdminClient(api, await signInAdmin(container, "out@example.com"))
      given = { container, simulator, admin, store, sql: async (statement) => dbConnection.raw(statement) }
    })
    beforeEach(() => {
      simulator.clearFaults()
      simulator.clearEffects()
    })
    // What the last change announced is looked at in a moment; its database would be gone by then.
    afterEach(() => wait(500))

    describe("a shipment to Nuvemshop", () => shipmentSuite(() => given))
    describe("of a shipment to Nuvemshop", () => shipmentPartsSuite(() => given))
    describe("stock at Nuvemshop", () => stockSuite(() => given))
  },
})
