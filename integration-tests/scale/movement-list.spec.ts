import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { AdminClient } from "../support/admin-client"
import { signInAdmin } from "../support/admin-session"
import { connectAccount } from "../support/connect-account"
import { fillMovements } from "../support/many-movements"
import { planOf, statementsOn } from "../support/query-plan"

jest.setTimeout(180_000)

const MOVEMENTS = 100_000
const index = (name: string): string => `IDX_marketplace_stock_movement_${name}`
const DAY_MS = 86_400_000

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
      for (const name of ["one", "two"]) {
        const account = { name, externalId: name, orderPrefix: name.toUpperCase() }
        accounts.push((await connectAccount(container, account)).id)
      }
      await fillMovements(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), accounts, MOVEMENTS)
    })
    beforeEach(async () => {
      knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
      client = new AdminClient(api, await signInAdmin(container, "admin@example.com"))
    })

    const weekAgo = new Date(Date.now() - 7 * DAY_MS).toISOString()

    it("finds a page of 100,000 movements by an index, whatever it is filtered by", async () => {
      const expected: Record<string, string> = {
        "": index("at"),
        [`account_id=${accounts[0]}`]: "at",
        "variant_id=variant_7": index("variant_id_at"),
        "location_id=sloc_1": "at",
        "reason=platform_count": index("at"),
        "marketplace=ATVPDKIKX0DER": index("at"),
        [`from=${weekAgo}`]: index("at"),
        "q=ORDER-50001": index("reference"),
        "q=LISTING-7": index("listing_key_at"),
      }
      for (const [query, wanted] of Object.entries(expected)) {
        const statements = await statementsOn(knex, "marketplace_stock_movement", async () => {
          expect((await client.get(`movements?${query}`)).status).toBe(200)
        })
        const page = statements.findLast(({ sql }) => sql.includes("order by"))
        if (!page) throw new Error("No page was asked for")
        const { indexes, readsWholeTable, text } = await planOf(knex, page)
        expect({ query, readsWholeTable, text }).toMatchObject({ query, readsWholeTable: false })
        expect([query, indexes.join()]).toEqual([query, expect.stringContaining(wanted)])
      }
    })

    it("tells balances from the movements of their articles only, by their index", async () => {
      const raw: { sql: string; bindings: unknown[] }[] = []
      const hear = (statement: { sql: string; bindings: unknown[] }) => {
        if (statement.sql.includes("WITH subject AS")) raw.push(statement)
      }
      knex.on("query", hear)
      const { status, data } = await client.get(`movements/balances?from=${weekAgo}&variant_id=variant_7`)
      knex.removeListener("query", hear)
      expect([status, data.count]).toEqual([200, 1])
      const [{ opening, moved, closing }] = data.balances
      // Made-up rows: each movement is of one piece, and each balance by 400 less than the one before it.
      expect(moved).toBeLessThan(0)
      expect(opening - closing).toBe(-moved * 400)
      const { readsWholeTable, indexes, text } = await planOf(knex, raw[0])
      expect({ readsWholeTable, text }).toMatchObject({ readsWholeTable: false })
      expect(indexes).toContain(index("item"))
    })

    it("hands all of them out as a file, in pieces", async () => {
      const { status, data, headers } = await client.get(`movements/export?account_id=${accounts[1]}`)
      expect(status).toBe(200)
      expect(headers["content-type"]).toContain("text/csv")
      expect(String(data).trimEnd().split("\n")).toHaveLength(1 + MOVEMENTS / 2)
    })
  },
})
