import { gunzipSync } from "node:zlib"
import { download as downloadDocument } from "../../../../src/providers/amazon/reports/download"
import { type AmazonSimulator, startAmazonSimulator, type Switches } from ".."
import { AFN, LEDGER, LISTINGS, reportCalls } from "./report-calls"
import { accessToken, rawGet } from "./requests"

const NOW = Date.parse("2026-11-20T12:00:00Z")
const MINUTE = 60_000

let simulator: AmazonSimulator
let token: string
let now = NOW
const set = (switches: Partial<Switches>) => Object.assign(simulator.switches, switches)
const { created, documentOf, download, linesOf, records } = reportCalls(() => ({ simulator, token }))

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

  it.each(["identity", "none"] as const)(
    'is unpacked by the connector where the server declares "%s"',
    async (reportEncodingHeader) => {
      set({ reportCompression: "gzip", reportEncodingHeader })
      const id = await created(LISTINGS)
      const declared = (await download(id)).response.headers.get("content-encoding")
      expect(declared).toBe(reportEncodingHeader === "none" ? null : "identity")
      for (const header of ["true", "false"]) {
        const { url } = await documentOf(id, { enableContentEncodingUrlHeader: header })
        let text = ""
        const pieces = downloadDocument({ url: String(url), packed: true }, new AbortController().signal)
        for await (const piece of pieces) text += piece
        expect(text).toContain("seller-sku")
      }
    },
  )

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
