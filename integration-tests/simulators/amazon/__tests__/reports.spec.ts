import { gunzipSync } from "node:zlib"
import { type AmazonSimulator, startAmazonSimulator, type Switches } from ".."
import { accessToken, error, get, type Json, rawGet, send } from "./requests"

const REPORTS = "/reports/2021-06-30/reports"
const DOCUMENTS = "/reports/2021-06-30/documents"
const LISTINGS = "GET_MERCHANT_LISTINGS_ALL_DATA"
const AFN = "GET_AFN_INVENTORY_DATA"
const LEDGER = "GET_LEDGER_DETAIL_VIEW_DATA"
const SETTLEMENT = "GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2"
const US = "ATVPDKIKX0DER"
const DE = "A1PA6795UKMFR9"
const NOW = Date.parse("2026-11-20T12:00:00Z")
const MINUTE = 60_000

let simulator: AmazonSimulator
let token: string
let now = NOW

const create = (reportType: string, more: Json = {}) =>
  send(simulator, "POST", REPORTS, token, { reportType, marketplaceIds: [US], ...more })
const created = async (reportType: string, more: Json = {}) =>
  String((await create(reportType, more)).json.reportId)
const report = async (id: string) => (await get(simulator, `${REPORTS}/${id}`, token)).json
const status = async (id: string) => (await report(id)).processingStatus
const documentOf = async (id: string, query: Record<string, string> = {}) =>
  (await get(simulator, `${DOCUMENTS}/${String((await report(id)).reportDocumentId)}`, token, query)).json
const download = async (id: string) => {
  const response = await fetch(String((await documentOf(id)).url))
  return { response, bytes: Buffer.from(await response.arrayBuffer()) }
}
const linesOf = async (id: string) =>
  (await download(id)).bytes
    .toString("utf8")
    .split("\n")
    .map((line) => line.split("\t"))
const records = async (id: string) => {
  const [columns = [], ...lines] = await linesOf(id)
  return lines
    .filter((line) => line.length > 1)
    .map((line) => Object.fromEntries(columns.map((name, index) => [name, line[index]])))
}
const set = (switches: Partial<Switches>) => Object.assign(simulator.switches, switches)

beforeEach(async () => {
  now = NOW
  const roomy = { rate: 1000, burst: 1000 }
  simulator = await startAmazonSimulator({
    now: () => new Date(now),
    limits: { createReport: roomy, getReport: roomy, getReports: roomy, getReportDocument: roomy },
  })
  simulator.addListings([
    { sku: "MUG", title: 'Mug "Größe" 15" €9', ean: "4006381333931", quantity: 4, price: "12.50" },
    { sku: "CAP", title: "Cap\tblue", channel: "AMAZON_NA", createdDate: "2026-01-31T08:00:00Z" },
    { sku: "OLD", quantity: 0 },
    { sku: "ONLY-DE", quantity: 1, marketplaces: ["DE"] },
  ])
  simulator.fba().set({ sku: "CAP", marketplace: "US", fulfillable: 7, unfulfillable: { defective: 2 } })
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

describe("a document", () => {
  it("is downloaded without a token of the API", async () => {
    const id = await created(LISTINGS)
    const url = String((await documentOf(id)).url)
    expect((await rawGet(url, {})).status).toBe(200)
    const refused = await rawGet(url, { "x-amz-access-token": token })
    expect([refused.status, refused.text]).toEqual([403, expect.stringContaining("AccessDenied")])
    expect((await rawGet(`${url}0`, {})).text).toContain("SignatureDoesNotMatch")
  })

  it("has a url that dies after five minutes, and gets a new one", async () => {
    const id = await created(LISTINGS)
    const { url } = await documentOf(id)
    now += 5 * MINUTE - 1
    expect((await rawGet(String(url), {})).status).toBe(200)
    now += 1
    expect((await rawGet(String(url), {})).text).toContain("Request has expired")
    expect((await download(id)).response.status).toBe(200)
    const open = String((await documentOf(id)).url)
    simulator.expireReportUrls()
    expect((await rawGet(open, {})).status).toBe(403)
  })

  it.each([
    ["UTF-8", 'Mug "Größe" 15" €9'],
    ["ISO-8859-1", 'Mug "Größe" 15" ?9'],
    ["Windows-1252", 'Mug "Größe" 15" €9'],
  ] as const)("is written in %s, and says so", async (reportCharset, title) => {
    set({ reportCharset })
    const { response, bytes } = await download(await created(LISTINGS))
    expect(response.headers.get("content-type")).toBe(`text/plain;charset=${reportCharset}`)
    // Without "stream" Node 20 reads Windows-1252 as ISO-8859-1.
    expect(new TextDecoder(reportCharset).decode(bytes, { stream: true })).toContain(title)
  })

  it("may be compressed, which the client undoes, or its HTTP library", async () => {
    set({ reportCompression: "gzip" })
    const id = await created(LISTINGS)
    expect((await documentOf(id)).compressionAlgorithm).toBe("GZIP")
    expect(gunzipSync((await download(id)).bytes).toString()).toContain("seller-sku")
    const { url } = await documentOf(id, { enableContentEncodingUrlHeader: "true" })
    expect(await (await fetch(String(url))).text()).toContain("seller-sku")
  })

  it("may break off", async () => {
    set({ reportCompression: "gzip" })
    const id = await created(LISTINGS)
    simulator.addFault({ kind: "broken-json", operation: "downloadReport" })
    const { bytes } = await download(id)
    expect(() => gunzipSync(bytes)).toThrow()
  })
})

describe("the listings report", () => {
  it("has the documented columns in the documented order", async () => {
    const [columns] = await linesOf(await created(LISTINGS))
    expect(columns).toHaveLength(29)
    expect([columns?.slice(0, 6), columns?.slice(-3)]).toEqual([
      ["item-name", "item-description", "listing-id", "seller-sku", "price", "quantity"],
      ["fulfillment-channel", "merchant-shipping-group", "status"],
    ])
  })

  it("has the listings of its marketplace, without a quantity where Amazon ships", async () => {
    const rows = await records(await created(LISTINGS))
    const some = rows.map((row) => [row["seller-sku"], row.quantity, row["fulfillment-channel"], row.status])
    expect(some).toEqual([
      ["MUG", "4", "DEFAULT", "Active"],
      ["CAP", "", "AMAZON_NA", "Active"],
      ["OLD", "0", "DEFAULT", "Inactive"],
    ])
    expect(rows[0]).toEqual(
      expect.objectContaining({ "product-id": "4006381333931", "product-id-type": "4" }),
    )
    expect(rows[1]).toEqual(
      expect.objectContaining({ "item-name": "Cap blue", "open-date": "2026-01-31 08:00:00 UTC" }),
    )
  })

  it.each([
    ["shuffled", 29],
    ["added", 30],
  ] as const)("may have its columns %s", async (reportColumns, count) => {
    set({ reportColumns })
    const id = await created(LISTINGS)
    const [columns] = await linesOf(id)
    expect(columns).toHaveLength(count)
    expect((await records(id)).map((row) => row["seller-sku"])).toEqual(["MUG", "CAP", "OLD"])
  })

  it("may end its lines as Windows does", async () => {
    set({ reportLineEnd: "crlf" })
    expect((await download(await created(LISTINGS))).bytes.toString()).toMatch(/status\r\n/)
  })
})

it("tells what Amazon holds, sellable and not", async () => {
  const rows = await records(await created(AFN))
  expect(
    rows.map((row) => [row["seller-sku"], row["Warehouse-Condition-code"], row["Quantity Available"]]),
  ).toEqual([
    ["CAP", "SELLABLE", "7"],
    ["CAP", "UNSELLABLE", "2"],
  ])
})

it("tells every movement of the period, signed", async () => {
  simulator.fba().receive("CAP", "US", 5, { at: new Date("2026-11-01T10:00:00Z"), referenceId: "FBA1" })
  simulator.fba().ship("CAP", "US", 2, { at: new Date("2026-11-03T10:00:00Z") })
  const rows = await records(
    await created(LEDGER, { dataStartTime: "2026-11-01T00:00:00Z", dataEndTime: "2026-11-02T00:00:00Z" }),
  )
  expect(rows).toEqual([
    expect.objectContaining({
      Date: "11/01/2026",
      MSKU: "CAP",
      "Event Type": "Receipts",
      "Reference ID": "FBA1",
      Quantity: "5",
      Disposition: "SELLABLE",
      Country: "US",
    }),
  ])
})
