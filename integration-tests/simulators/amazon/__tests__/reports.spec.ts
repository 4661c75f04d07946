import { type AmazonSimulator, startAmazonSimulator, type Switches } from ".."
import { AFN, DOCUMENTS, LEDGER, LISTINGS, reportCalls, REPORTS, US } from "./report-calls"
import { accessToken, error, get, type Json, send } from "./requests"

const SETTLEMENT = "GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2"
const DE = "A1PA6795UKMFR9"
const NOW = Date.parse("2026-11-20T12:00:00Z")
const MINUTE = 60_000

let simulator: AmazonSimulator
let token: string
let now = NOW
const set = (switches: Partial<Switches>) => Object.assign(simulator.switches, switches)
const { create, created, report, status, linesOf } = reportCalls(() => ({ simulator, token }))

beforeEach(async () => {
  now = NOW
  const roomy = { rate: 1000, burst: 1000 }
  simulator = await startAmazonSimulator({
    now: () => new Date(now),
    limits: { createReport: roomy, getReport: roomy, getReports: roomy, getReportDocument: roomy },
  })
  simulator.addListings([{ sku: "MUG", quantity: 4 }])
  simulator.fba().set({ sku: "CAP", marketplace: "US", fulfillable: 7 })
  token = await accessToken(simulator)
})
afterEach(() => simulator.close())

describe("asking for a report", () => {
  it("is answered with 202 and an id", async () => {
    const reply = await create(LISTINGS)
    expect([reply.status, Object.keys(reply.json)]).toEqual([202, ["reportId"]])
  })

  it.each<[string, string, Json]>([
    ["no type", "", {}],
    ["a type that does not exist", "GET_NOTHING", {}],
    ["no marketplace", LISTINGS, { marketplaceIds: [] }],
    ["26 marketplaces", AFN, { marketplaceIds: Array<string>(26).fill(US) }],
    ["two marketplaces of listings", LISTINGS, { marketplaceIds: [US, DE] }],
    ["an unknown marketplace", LISTINGS, { marketplaceIds: ["AXXXXXXXXXXXX"] }],
    ["options that are no texts", LISTINGS, { reportOptions: { custom: true } }],
    ["a start that is no date-time", LEDGER, { dataStartTime: "2026-11-01" }],
    [
      "an end before the start",
      LEDGER,
      { dataStartTime: "2026-11-02T00:00:00Z", dataEndTime: "2026-11-01T00:00:00Z" },
    ],
  ])("is refused with %s", async (_, type, more) => {
    const reply = await create(type, more)
    expect([reply.status, error(reply).code]).toEqual([400, "InvalidInput"])
  })

  it("takes two marketplaces of listings where only the first one counts", async () => {
    set({ listingsReportMarketplaces: "first" })
    const id = await created(LISTINGS, { marketplaceIds: [DE, US] })
    expect((await report(id)).marketplaceIds).toEqual([DE])
  })

  it.each([
    [LISTINGS, "Product Listing", "Amazon Fulfillment"],
    [AFN, "Amazon Fulfillment", "Product Listing"],
    [LEDGER, "Amazon Fulfillment", "Product Listing"],
  ] as const)("%s wants the role %s", async (type, role, other) => {
    simulator.setRoles("A2SIMULATOR00", [other])
    expect([(await create(type)).status, error(await create(type)).details]).toEqual([
      403,
      expect.stringContaining(role),
    ])
    simulator.setRoles("A2SIMULATOR00", [role])
    expect((await create(type)).status).toBe(202)
  })

  it("cancels settlements, which Amazon makes by itself, or blames the quota", async () => {
    expect(await status(await created(SETTLEMENT))).toBe("CANCELLED")
    set({ settlementRequest: "quota" })
    expect((await create(SETTLEMENT)).status).toBe(429)
  })

  it.each([
    [AFN, 30],
    [LISTINGS, 30],
    [LEDGER, 240],
  ])("cancels %s when it is asked for again within %i minutes", async (type, minutes) => {
    simulator.fba().adjust("CAP", "US", 1, { at: new Date(NOW - MINUTE) })
    expect(await status(await created(type))).toBe("DONE")
    now += minutes * MINUTE - 1
    token = await accessToken(simulator)
    expect(await status(await created(type))).toBe("CANCELLED")
    now += 1
    expect(await status(await created(type))).toBe("DONE")
    set({ reportTooSoon: "allow" })
    expect(await status(await created(type))).toBe("DONE")
  })

  it.each([
    ["made", "DONE"],
    ["any", "CANCELLED"],
  ] as const)("may count requests that were cancelled: %s", async (reportTooSoonAfter, expected) => {
    set({ reportTooSoonAfter, reportOutcome: "CANCELLED" })
    expect(await status(await created(LISTINGS))).toBe("CANCELLED")
    set({ reportOutcome: "DONE" })
    expect(await status(await created(LISTINGS))).toBe(expected)
  })
})

describe("a report in work", () => {
  it("waits, is worked on, and is done", async () => {
    set({ reportQueueMs: 1000, reportProcessMs: 2000 })
    const id = await created(LISTINGS)
    const seen = []
    for (const at of [999, 1000, 2999, 3000]) {
      now = NOW + at
      const { processingStatus, processingStartTime, processingEndTime, reportDocumentId } = await report(id)
      seen.push([processingStatus, !!processingStartTime, !!processingEndTime, !!reportDocumentId])
    }
    expect(seen).toEqual([
      ["IN_QUEUE", false, false, false],
      ["IN_PROGRESS", true, false, false],
      ["IN_PROGRESS", true, false, false],
      ["DONE", true, true, true],
    ])
  })

  it.each([
    ["CANCELLED", false, false],
    ["FATAL", false, false],
    ["FATAL", true, true],
  ] as const)("may end %s, with a document: %s", async (reportOutcome, fatalReportDocument, hasDocument) => {
    set({ reportOutcome, fatalReportDocument })
    const { processingStatus, reportDocumentId } = await report(await created(LISTINGS))
    expect([processingStatus, reportDocumentId !== undefined]).toEqual([reportOutcome, hasDocument])
  })

  it("is cancelled when there is nothing to report, or has a header only", async () => {
    expect(await status(await created(LEDGER))).toBe("CANCELLED")
    set({ emptyReport: "header-only" })
    expect(await linesOf(await created(LEDGER))).toEqual([expect.arrayContaining(["MSKU"]), [""]])
  })

  it("can be cancelled while it waits", async () => {
    set({ reportQueueMs: 1000 })
    const id = await created(LISTINGS)
    expect((await send(simulator, "DELETE", `${REPORTS}/${id}`, token, "")).status).toBe(200)
    expect(await status(id)).toBe("CANCELLED")
    expect((await send(simulator, "DELETE", `${REPORTS}/${id}`, token, "")).status).toBe(400)
  })

  it("is nobody else's", async () => {
    const id = await created(LISTINGS)
    const { reportDocumentId } = await report(id)
    simulator.addSeller({ sellingPartnerId: "A2OTHER", refreshTokens: ["Atzr|o"], marketplaces: ["US"] })
    token = await accessToken(simulator, "Atzr|o")
    expect((await get(simulator, `${REPORTS}/${id}`, token)).status).toBe(404)
    expect((await get(simulator, `${DOCUMENTS}/${String(reportDocumentId)}`, token)).status).toBe(404)
  })
})

describe("the list of reports", () => {
  const list = (query: Record<string, string>) => get(simulator, REPORTS, token, query)
  const idsOf = (json: Json) => (json.reports as Json[]).map(({ reportId }) => reportId)

  it("comes newest first, in pages by a token alone", async () => {
    set({ reportTooSoon: "allow" })
    const ids: string[] = []
    for (let count = 0; count < 3; count += 1) ids.unshift(await created(LISTINGS))
    await created(AFN)
    const first = await list({ reportTypes: LISTINGS, pageSize: "2" })
    const nextToken = String(first.json.nextToken)
    expect(idsOf(first.json)).toEqual(ids.slice(0, 2))
    expect((await list({ nextToken, pageSize: "2" })).status).toBe(400)
    const second = await list({ nextToken })
    expect([idsOf(second.json), second.json.nextToken]).toEqual([ids.slice(2), undefined])
  })

  it("is filtered by status, marketplace and time", async () => {
    const id = await created(LISTINGS)
    const found = async (more: Record<string, string>) =>
      idsOf((await list({ reportTypes: LISTINGS, ...more })).json)
    expect(await found({ processingStatuses: "DONE" })).toEqual([id])
    expect(await found({ processingStatuses: "FATAL,CANCELLED" })).toEqual([])
    expect(await found({ marketplaceIds: DE })).toEqual([])
    expect(await found({ createdUntil: "2026-11-20T11:59:59Z" })).toEqual([])
  })

  it.each([
    ["no type", { pageSize: "10" }],
    ["eleven types", { reportTypes: Array(11).fill(LISTINGS).join(",") }],
    ["a page of 101", { reportTypes: LISTINGS, pageSize: "101" }],
    ["an unknown status", { reportTypes: LISTINGS, processingStatuses: "READY" }],
    ["a time of more than 90 days ago", { reportTypes: LISTINGS, createdSince: "2026-08-01T00:00:00Z" }],
  ])("refuses %s", async (_, query) => {
    expect((await list(query)).status).toBe(400)
  })
})
