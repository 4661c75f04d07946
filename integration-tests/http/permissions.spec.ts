import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { AdminClient } from "../support/admin-client"
import type { AdminSession } from "../support/admin-session"
import { seedStore, type SeededStore } from "../support/seed-store"
import { signInWithRoles } from "../support/sign-in-with-roles"
import { useAmazonSimulator } from "../support/simulated-amazon"
import type { Shop } from "./admin-api/shop"
import { guardedRouteSuite } from "./permissions/routes"
import { roleSuite } from "./permissions/roles"

jest.setTimeout(120_000)

const simulator = useAmazonSimulator()

// Before the app boots: its configuration is read from the environment.
beforeAll(() => {
  process.env.MEDUSA_FF_RBAC = "true"
})

afterAll(() => {
  delete process.env.MEDUSA_FF_RBAC
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
        simulator: simulator(),
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
