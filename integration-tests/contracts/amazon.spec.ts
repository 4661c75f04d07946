import { createRegionsWorkflow } from "@medusajs/medusa/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../src/modules/marketplace"
import { executeMarketplaceRunWorkflow } from "../../src/workflows/sync/execute-run"
import { amazonSites, connectAccount } from "../support/connect-account"
import { inboxOf, totalsOf, unexplained } from "../support/run-sync"
import { seedStore } from "../support/seed-store"
import { recordConversation } from "./amazon/conversation"
import { ContractModel, modelsFolder, type Exchange } from "./amazon/model"
import { startSampleServer, type LocalServer, type SampleOrder } from "./amazon/servers"

jest.setTimeout(180_000)

const folder = modelsFolder()
const WHY =
  "Amazon's models are not on this machine: set CONTRACTS_DIR to the folder that holds amazon/models"
/** Checks that need the contract files; without them the report says so. */
const check = (what: string, body: (models: string) => void) => {
  if (folder) describe(what, () => body(folder))
  else it.skip(`${what}: ${WHY}`, () => undefined) // skipped only where the files are not there; the name says why
}

/** The column takes any JSON, its type knows objects only. */
const asJson = (list: string[]): Record<string, unknown> =>
  Object.assign([...list], {} as Record<string, unknown>)

check("Amazon's published models", (models) => {
  const orders = new ContractModel(models, "orders_2026-01-01.json")
  const sellers = new ContractModel(models, "sellers.json")
  const modelOf = ({ url }: Exchange) => (url.startsWith("/sellers") ? sellers : orders)

  describe("what the connector and the simulator say to each other", () => {
    let exchanges: Exchange[] = []
    let failures: Record<string, string> = {}
    beforeAll(async () => {
      ;({ exchanges, failures } = await recordConversation())
    })

    it("covers every operation the connector uses and every status it must understand", () => {
      const operations = exchanges.map((exchange) => modelOf(exchange).operationOf(exchange)?.operationId)
      expect([...new Set(operations)].sort()).toEqual([
        "getMarketplaceParticipations",
        "getOrder",
        "searchOrders",
      ])
      const statuses = [...new Set(exchanges.map(({ status }) => status))].sort()
      expect(statuses).toEqual([200, 400, 403, 404, 429, 500, 503])
      expect(failures).toEqual({
        "an expired page": "page_expired",
        "an unknown order": "not_found",
        throttling: "throttled",
        "an outage": "unavailable",
        "another outage": "unavailable",
        "a revoked token": "none",
        "a missing role": "rejected",
      })
    })

    it("are requests that the model allows: names, lists, values, required ones", () => {
      const wrong = exchanges.flatMap((exchange) =>
        modelOf(exchange)
          .requestViolations(exchange)
          .map((violation) => `${exchange.url}: ${violation}`),
      )
      expect(wrong).toEqual([])
    })

    it("are answers as the model describes them", () => {
      const wrong = exchanges.flatMap((exchange) =>
        modelOf(exchange)
          .answerViolations(exchange)
          .map((violation) => `${exchange.status} ${exchange.url}: ${violation}`),
      )
      expect(wrong).toEqual([])
    })

    it("would be noticed if they were wrong", () => {
      const request = (query: string) =>
        orders.requestViolations({ method: "GET", url: `/orders/2026-01-01/orders?${query}` })
      expect(request("createdAfter=2026-01-01")).toEqual(["createdAfter is not a date-time: 2026-01-01"])
      expect(request("includedData=BUYER,NOPE&size=5")).toEqual([
        'includedData holds "NOPE"',
        "size is unknown",
      ])
      expect(request("includedData=BUYER&includedData=TAX")).toHaveLength(1)
      const answer = { method: "GET", url: "/orders/2026-01-01/orders", status: 200, body: { orders: [{}] } }
      expect(orders.answerViolations(answer).length).toBeGreaterThan(0)
    })
  })
})

check("Amazon's own sample orders", (models) => {
  const model = new ContractModel(models, "orders_2026-01-01.json")
  const pages = model.samples("searchOrders").map((body) => body as { orders: SampleOrder[] })
  const singles = model.samples("getOrder").map((body) => body.order as SampleOrder)
  const samples = [...pages.flatMap((page) => page.orders), ...singles]
  let server: LocalServer | undefined

  beforeAll(async () => {
    server = await startSampleServer(pages, singles)
    process.env.AMAZON_ENDPOINT = server.url
    process.env.AMAZON_TOKEN_ENDPOINT = `${server.url}/auth/o2/token`
  })
  afterAll(async () => server?.close())

  medusaIntegrationTestRunner({
    inApp: true,
    testSuite: ({ getContainer }) => {
      it("are imported with Amazon's totals, read by search and by number", async () => {
        const container = getContainer()
        const store = await seedStore(container)
        await createRegionsWorkflow(container).run({
          input: { regions: [{ name: "Türkiye", currency_code: "try", countries: ["tr"] }] },
        })
        const { id } = await connectAccount(container, {
          store,
          sites: amazonSites("US", "BR", "UK", "JP", "TR"),
          settings: { unmapped_policy: "draft" },
        })
        const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
        const asked = { account_id: id, requested_by: "user_1" }
        const runs = await marketplace.createMarketplaceRuns([
          { ...asked, kind: "period", from: new Date("2024-12-01"), to: new Date("2025-04-01") },
          { ...asked, kind: "references", references: asJson(singles.map(({ orderId }) => orderId)) },
        ])
        for (const run of runs) {
          const { result } = await executeMarketplaceRunWorkflow(container).run({ input: { runId: run.id } })
          expect(result).toMatchObject({ trouble: null, lost: false, unread: [] })
        }

        const rows = await inboxOf(container, id)
        expect(rows.map(({ reference }) => reference).sort()).toEqual(
          samples.map(({ orderId }) => orderId).sort(),
        )
        expect(unexplained(rows)).toEqual([])
        const totals = await totalsOf(
          container,
          rows.flatMap(({ order_id }) => order_id ?? []),
        )
        const results = rows.map(({ reference, state, problem_code }) => {
          const amount = samples.find(({ orderId }) => orderId === reference)?.proceeds?.grandTotal?.amount
          const here = totals.get(`AMZ-${reference}`)?.toFixed(2)
          return { reference, state, problem_code, here, amazon: Number(amount).toFixed(2) }
        })
        expect(results.filter(({ state, here, amazon }) => state === "imported" && here !== amazon)).toEqual(
          [],
        )
        expect(results.filter(({ state }) => state !== "imported")).toEqual([])
      })
    },
  })
})
