import { Modules } from "@medusajs/framework/utils"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import { executeMarketplaceRunWorkflow } from "../../src/workflows/sync/execute-run"
import { DEMO_APPLICATION, generateOrders, type Order } from "../simulators/amazon"
import { connectAccount } from "../support/connect-account"
import { listenToLogs } from "../support/listen-to-logs"
import { inboxOf, runSync, syncUntilRead } from "../support/run-sync"
import { seedStore } from "../support/seed-store"
import { aSellerWith, useAmazonSimulator } from "../support/simulated-amazon"

jest.setTimeout(180_000)

const DAY_MS = 86_400_000
const amazon = useAmazonSimulator({ seed: "logs" })

/** Who the orders are about: names, e-mails, streets, phones, documents. */
function personalData(orders: Order[]): string[] {
  const found = orders.flatMap(({ buyer, recipient, tax }) => {
    const address = recipient?.deliveryAddress
    return [
      ...[buyer?.buyerName, buyer?.buyerEmail, buyer?.buyerCompanyName],
      ...[address?.name, address?.addressLine1, address?.addressLine2, address?.phone],
      ...(tax?.taxRegistrations ?? []).flatMap((one) => [one.legalName, one.taxRegistrationNumber]),
    ]
  })
  return [...new Set(found)].filter((text): text is string => text !== undefined && text.length > 5)
}

/** What must not be read in a text. */
const leaksIn = (text: string, secrets: string[]): string[] => [
  ...secrets.filter((secret) => text.includes(secret)),
  ...(text.match(/At(?:za|zr|c)\|\S{0,8}/g) ?? []),
]

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ getContainer, dbConnection }) => {
    const tables = [
      ...["history_entry", "marketplace_run", "marketplace_account", "marketplace_order", "marketplace_site"],
      ...["product_mapping", "marketplace_stock_movement", "workflow_execution", "notification"],
    ]
    const dumpOf = async (table: string): Promise<string> => {
      const { rows } = (await dbConnection.raw(`SELECT * FROM ${table}`)) as { rows: unknown[] }
      return JSON.stringify(rows)
    }

    it("neither logs nor tables tell who bought what, nor any token", async () => {
      const container = getContainer()
      const { orders } = generateOrders({
        seed: "logs",
        count: 150,
        from: new Date(Date.now() - 30 * DAY_MS),
        to: new Date(Date.now() - DAY_MS),
        mix: { lines: { min: 1, max: 3 } },
      })
      const secrets = personalData(orders)
      expect(secrets.length).toBeGreaterThan(100)
      const store = await seedStore(container)
      const lines = listenToLogs(container)

      const seller = aSellerWith(amazon(), orders)
      amazon().addFault({
        kind: "mutate",
        operation: "searchOrders",
        changes: 3,
        orderIds: [orders[0].orderId],
      })
      amazon().addFault({ kind: "status", operation: "searchOrders", status: 503, body: "html" })
      amazon().addFault({ kind: "throttle", operation: "searchOrders", skip: 2 })
      // A database that quotes the buyer in its refusal, once for the batch and once for the first order alone.
      const orderModule = container.resolve(Modules.ORDER)
      const refusal = Object.assign(new Error(`duplicate key value (email)=(${secrets[0]})`), {
        code: "23505",
      })
      jest.spyOn(orderModule, "createOrders").mockRejectedValueOnce(refusal).mockRejectedValueOnce(refusal)

      const { id } = await connectAccount(container, { ...seller.connect, store })
      await syncUntilRead(container, id)
      const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
      const run = await marketplace.createMarketplaceRuns({
        account_id: id,
        kind: "period",
        requested_by: "user_1",
        from: new Date(Date.now() - 30 * DAY_MS),
        to: new Date(),
      })
      await executeMarketplaceRunWorkflow(container).run({ input: { runId: run.id } })
      amazon().revokeRefreshToken(seller.refreshToken)
      amazon().addFault({ kind: "lwa-error", error: "invalid_grant", operation: "token" })
      expect(await runSync(container, id)).toMatchObject({ trouble: { needsReauthorization: true } })

      const rows = await inboxOf(container, id)
      expect(rows.filter(({ state }) => state === "imported").length).toBeGreaterThan(50)
      // The order that was refused came in with the second attempt; its history keeps the first.
      expect(await marketplace.listHistoryEntries({ account_id: id, event: "import_failed" })).toHaveLength(1)

      const all = [...secrets, seller.refreshToken, DEMO_APPLICATION.clientSecret]
      expect(lines.length).toBeGreaterThan(2)
      expect(lines.join("\n")).toContain("could not be imported")
      expect(leaksIn(lines.join("\n"), all)).toEqual([])
      for (const table of tables) {
        expect({ table, leaks: leaksIn(await dumpOf(table), all) }).toEqual({ table, leaks: [] })
      }
      // The listening itself works: the order's own tables do hold these people.
      expect(leaksIn(await dumpOf("order_address"), all).length).toBeGreaterThan(30)
    })
  },
})
