import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { AdminClient } from "../support/admin-client"
import { signInAdmin, type AdminSession } from "../support/admin-session"
import { anewPlatform, PIGEON_PROVIDER } from "../support/pigeon-platform"
import { seedStore, type SeededStore } from "../support/seed-store"
import { heldConsentSuite } from "./webhooks/held-consents"
import { receivingSuite } from "./webhooks/receiving"
import { registrationSuite } from "./webhooks/registration"
import type { PigeonShop } from "./webhooks/shop"
import { suspensionSuite } from "./webhooks/suspension"

jest.setTimeout(120_000)

// Before the app boots: its configuration is read from the environment.
beforeAll(() => {
  process.env.MARKETPLACE_TEST_PROVIDERS = PIGEON_PROVIDER
})
afterAll(() => {
  delete process.env.MARKETPLACE_TEST_PROVIDERS
})

/** A platform that calls us, and whose sellers may be revoked or suspended: nothing here names one. */
medusaIntegrationTestRunner({
  inApp: true,
  moduleName: "webhooks",
  testSuite: ({ api, getContainer, dbConnection }) => {
    let store: SeededStore
    let admin: AdminSession
    let otherAdmin: AdminSession
    let shop: PigeonShop
    const given = () => shop

    beforeAll(async () => {
      anewPlatform()
      store = await seedStore(getContainer())
      admin = await signInAdmin(getContainer(), "admin@example.com")
      otherAdmin = await signInAdmin(getContainer(), "other@example.com")
    })

    beforeEach(() => {
      shop = {
        http: api,
        api: new AdminClient(api, admin),
        container: getContainer(),
        platform: anewPlatform(),
        store,
        admin,
        otherAdmin,
        sql: async (statement) =>
          ((await dbConnection.raw(statement)) as { rows: Record<string, unknown>[] }).rows,
      }
    })

    describe("what comes in", () => receivingSuite(given))
    describe("a suspended account, and one whose authorization is gone", () => suspensionSuite(given))
    describe("asking to be called", () => registrationSuite(given))
    describe("a connection that begins at the platform", () => heldConsentSuite(given))
  },
})
