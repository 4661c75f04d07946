import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { AdminClient } from "../support/admin-client"
import { signInAdmin } from "../support/admin-session"
import { connectAccount } from "../support/connect-account"
import { fillInbox } from "../support/many-orders"
import { planOf, statementsOn } from "../support/query-plan"

jest.setTimeout(180_000)

const ORDERS = 100_000
const index = (name: string): string => `IDX_marketplace_order_${name}`

/** The index by which a page is found and its orders are counted; null = every row has to be looked at. */
type Plans = { page?: string | null; count?: string | null }

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    let container: MedusaContainer
    let knex: Knex
    let client: AdminClient
    let accounts: string[]

    beforeAll(async () => {
      container = getContainer()
      accounts = []
      for (const name of ["one", "two", "three"]) {
        const account = { name, externalId: name, orderPrefix: name.toUpperCase() }
        accounts.push((await connectAccount(container, account)).id)
      }
      await fillInbox(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), accounts, ORDERS)
    })

    beforeEach(async () => {
      knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      client = new AdminClient(api, await signInAdmin(container, "admin@example.com"))
    })

    const list = async (query: string) => {
      const { status, data } = await client.get(`orders?${query}`)
      expect(status).toBe(200)
      return data as { count: number; orders: { reference: string }[] }
    }

    it("finds a page of 100,000 orders and counts them by indexes, whatever it is filtered and sorted by", async () => {
      const [one, two] = accounts
      const byDate = index("placed_at")
      // Where no count is stated, most of the orders are counted, and PostgreSQL takes whatever is narrowest.
      const expected: Record<string, Plans> = {
        "": { page: byDate },
        "order=placed_at": { page: byDate },
        "order=ship_by": { page: index("ship_by") },
        "order=-updated_at": { page: index("updated_at") },
        [`account_id=${one}`]: { page: byDate },
        "state=blocked": { page: index("state_placed_at"), count: index("state_placed_at") },
        [`account_id=${one}&state=blocked,review`]: {
          page: byDate,
          count: index("account_id_state_placed_at"),
        },
        "problem_code=stock_short": { page: byDate, count: index("problem_code") },
        "marketplace=A1AM78C64UM0Y8": { page: byDate, count: index("marketplace_placed_at") },
        "placed_from=2026-10-01T00:00:00Z": { page: byDate, count: byDate },
        "order_id=order_50001": { page: index("order_id"), count: index("order_id") },
        "run_id=mprun_100": { page: byDate, count: index("run_id") },
        [`account_id=${two}&late_to_ship=true&state=imported`]: {
          page: index("to_ship"),
          count: index("to_ship"),
        },
        "q=6554729": { page: null, count: null },
      }
      const found: Record<string, Plans> = {}
      for (const query of Object.keys(expected)) {
        const statements = await statementsOn(knex, "marketplace_order", () => list(query))
        expect(statements).toHaveLength(2)
        for (const statement of statements) {
          const part = statement.sql.includes("order by") ? "page" : "count"
          const { indexes, readsWholeTable } = await planOf(knex, statement)
          found[query] = { ...found[query], [part]: readsWholeTable ? null : indexes.join() }
        }
      }
      expect(found).toMatchObject(expected)
    })

    it("answers as it always does, and says how long it took", async () => {
      const ask = async (query: string) => {
        await list(query)
        const begun = performance.now()
        const { count } = await list(query)
        return `${count} orders in ${Math.round(performance.now() - begun)} ms: ${query || "(all)"}`
      }
      const told: string[] = []
      for (const query of [
        "",
        "state=blocked",
        `account_id=${accounts[0]}&state=blocked`,
        "q=6554729",
        "offset=99900",
      ]) {
        told.push(await ask(query))
      }
      console.info(told.join("\n"))
      const [all, blocked] = told
      expect(all).toContain("100000 orders")
      expect(blocked).toContain("2000 orders")
    })
  },
})
