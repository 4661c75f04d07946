import type { ListingPage } from "../../connector"
import { aConnection } from "./__tests__/a-connection"
import { AnApi, type ApiReply } from "./__tests__/an-api"
import { failureOfPromise } from "./__tests__/failure-of-promise"
import { LocalServer } from "./__tests__/local-server"
import { AmazonListings, listingOf } from "./listings"
import { Reports } from "./reports/reports"

const api = new AnApi()
const store = new LocalServer()
beforeAll(() => Promise.all([api.start(), store.start()]))
afterAll(() => Promise.all([api.stop(), store.stop()]))

const US = "ATVPDKIKX0DER"
const START = Date.parse("2026-11-01T12:00:00.000Z")
const PROGRESS = '{"report":"R1","requested_at":"2026-11-01T12:00:00.000Z"}'

const read = (
  progress?: string,
  { seconds = 0, warnings = [] }: { seconds?: number; warnings?: string[] } = {},
): Promise<ListingPage> =>
  new AmazonListings(new Reports(api.transport(), { endpoint: "x" }), () => START + seconds * 1000).read(
    aConnection({ logger: { info: () => undefined, warn: (message) => void warnings.push(message) } }),
    US,
    progress,
  )

const created: ApiReply = { status: 202, json: { reportId: "R1" } }
const inState = (processingStatus: string): ApiReply => ({
  json: { processingStatus, reportDocumentId: "D1" },
})

const HEADER = [
  "item-name",
  "item-description",
  "listing-id",
  "seller-sku",
  "price",
  "quantity",
  "product-id-type",
  "asin1",
  "product-id",
  "fulfillment-channel",
  "status",
]
type Row = Partial<Record<string, string>>
const aRow = (changes: Row = {}): Record<string, string> => ({
  "item-name": "A mug",
  "seller-sku": "MUG-1",
  quantity: "7",
  "product-id-type": "1",
  asin1: "B0EXAMPLE1",
  "product-id": "B0EXAMPLE1",
  "fulfillment-channel": "DEFAULT",
  status: "Active",
  ...Object.fromEntries(Object.entries(changes).map(([name, value]) => [name, value ?? ""])),
})

function serveReport(...rows: Row[]): void {
  const lines = rows.map((row) => HEADER.map((name) => row[name] ?? "").join("\t"))
  store.answerInTurn({
    text: [HEADER.join("\t"), ...lines].join("\n"),
    headers: { "content-type": "text/plain;charset=UTF-8" },
  })
  api.answer(inState("DONE"), { json: { url: `${store.url}/D1` } })
}

describe("reading the listings of a marketplace", () => {
  it("begins with asking for the report", async () => {
    api.answer(created)
    await expect(read()).resolves.toEqual({ listings: [], next: PROGRESS, waitSeconds: 15 })
    expect(api.bodies()).toEqual([{ reportType: "GET_MERCHANT_LISTINGS_ALL_DATA", marketplaceIds: [US] }])
  })

  it.each([
    [10, 15],
    [200, 50],
    [36_000, 300],
  ])("after %d seconds asks again %d seconds later", async (seconds, waitSeconds) => {
    api.answer(inState("IN_PROGRESS"))
    await expect(read(PROGRESS, { seconds })).resolves.toEqual({ listings: [], next: PROGRESS, waitSeconds })
    expect(api.calls[0].path).toBe("/reports/2021-06-30/reports/R1")
  })

  it("ends with all of them in one piece", async () => {
    serveReport(aRow(), aRow({ "seller-sku": "CUP/2 ção" }))
    const page = await read(PROGRESS)
    expect(page.next).toBeUndefined()
    expect(page.waitSeconds).toBeUndefined()
    expect(page.listings.map(({ listingKey }) => listingKey)).toEqual(["MUG-1", "CUP/2 ção"])
  })

  it("of a seller who has none there ends with none", async () => {
    serveReport()
    await expect(read(PROGRESS)).resolves.toEqual({ listings: [] })
  })

  it("ends with none where Amazon cancels the report: there is nothing to put into it", async () => {
    api.answer(inState("CANCELLED"))
    await expect(read(PROGRESS)).resolves.toEqual({ listings: [] })
  })

  it("is refused where Amazon could not make the report: nobody knows whether there are none", async () => {
    api.answer(inState("FATAL"))
    await expect(failureOfPromise(read(PROGRESS))).resolves.toMatchObject({
      kind: "rejected",
      problem: { code: "request_refused" },
      message: expect.stringMatching(/could not make the report/),
    })
  })

  it.each([
    ["is not readable", "R1", 0],
    ["is of another form", '{"report":7}', 0],
    ["is of a report that takes half a day", PROGRESS, 43_201],
  ])("begins again where what was stored %s", async (_name, progress, seconds) => {
    api.answer(inState("IN_PROGRESS"))
    await expect(failureOfPromise(read(progress, { seconds }))).resolves.toMatchObject({
      kind: "page_expired",
    })
  })

  it("leaves out rows that nobody can read, and says how many", async () => {
    const warnings: string[] = []
    serveReport(
      aRow(),
      aRow({ "seller-sku": "", asin1: "", "product-id": "" }),
      aRow({ "seller-sku": "CUP-1", "fulfillment-channel": "" }),
      aRow({ "seller-sku": "x".repeat(1_000) }),
      aRow({ "seller-sku": "broken \uFFFD" }),
    )
    const { listings } = await read(PROGRESS, { warnings })
    expect(listings.map(({ listingKey }) => listingKey)).toEqual(["MUG-1"])
    expect(warnings).toEqual([`Listings of ${US}: 4 rows of the report could not be read and were left out`])
  })

  it("does not take a report of which nothing can be read for an empty one", async () => {
    serveReport(aRow({ "fulfillment-channel": "MOON" }))
    await expect(failureOfPromise(read(PROGRESS))).resolves.toMatchObject({
      kind: "contract_broken",
      path: "rows",
    })
  })

  it("keeps one listing for a key: the one that is for sale", async () => {
    serveReport(aRow({ status: "Inactive", quantity: "1" }), aRow({ quantity: "2" }), aRow({ quantity: "3" }))
    await expect(read(PROGRESS)).resolves.toMatchObject({ listings: [{ active: true, quantity: 2 }] })
  })

  it("misses a column by its name", async () => {
    store.answerInTurn({ text: "item-name\tseller-sku\tquantity\tstatus\nMug\tM\t1\tActive" })
    api.answer(inState("DONE"), { json: { url: `${store.url}/D1` } })
    await expect(failureOfPromise(read(PROGRESS))).resolves.toMatchObject({
      kind: "contract_broken",
      path: "fulfillment-channel",
    })
  })

  it("understands the titles of Amazon Japan", async () => {
    const text = [
      "商品名\t出品者SKU\t価格\t数量\t商品IDタイプ\t商品ID\t在庫数\tフルフィルメント・チャンネル\tステータス",
      "靴\tSHOE-1\t100\t3\t4\t4901234567894\t9\tDEFAULT\tActive",
    ].join("\n")
    store.answerInTurn({ text, headers: { "content-type": "text/plain;charset=utf-8" } })
    api.answer(inState("DONE"), { json: { url: `${store.url}/D1` } })
    await expect(read(PROGRESS)).resolves.toMatchObject({
      listings: [{ listingKey: "SHOE-1", title: "靴", quantity: 3, barcode: "4901234567894", active: true }],
    })
  })
})

describe("a row of the report", () => {
  const listing = (changes: Row = {}) => {
    const row = aRow(changes)
    return listingOf({
      "item-name": row["item-name"],
      "seller-sku": row["seller-sku"],
      quantity: row.quantity,
      "product-id-type": row["product-id-type"],
      "product-id": row["product-id"],
      asin1: row.asin1,
      "fulfillment-channel": row["fulfillment-channel"],
      status: row.status,
    })
  }

  it("is a listing", () => {
    expect(listing()).toEqual({
      listingKey: "MUG-1",
      sku: "MUG-1",
      platformProductId: "B0EXAMPLE1",
      title: "A mug",
      barcode: null,
      fulfilledBy: "merchant",
      quantity: 7,
      active: true,
    })
  })

  it.each<[string, Row, Record<string, unknown> | undefined]>([
    ["an ISBN", { "product-id-type": "2", "product-id": "9788535914849" }, { barcode: "9788535914849" }],
    ["a UPC", { "product-id-type": "3", "product-id": "012345678905" }, { barcode: "012345678905" }],
    ["an EAN", { "product-id-type": "4", "product-id": "7891234567895" }, { barcode: "7891234567895" }],
    ["an ASIN, which is no barcode", { "product-id": "0123456789" }, { barcode: null }],
    ["an ISBN with a letter", { "product-id-type": "2", "product-id": "080442957X" }, { barcode: null }],
    ["an unknown kind of id", { "product-id-type": "", "product-id": "7891234567895" }, { barcode: null }],
    ["the ASIN in another column", { asin1: "", "product-id": "B0X" }, { platformProductId: "B0X" }],
    ["no SKU", { "seller-sku": "" }, { listingKey: "B0EXAMPLE1", sku: null }],
    ["no title", { "item-name": "" }, { title: "MUG-1" }],
    [
      "FBA",
      { "fulfillment-channel": "AMAZON_NA", quantity: "" },
      { fulfilledBy: "platform", quantity: null },
    ],
    [
      "FBA with a number",
      { "fulfillment-channel": "AMAZON_EU" },
      { fulfilledBy: "platform", quantity: null },
    ],
    ["an unknown channel", { "fulfillment-channel": "OTHER" }, undefined],
    ["no quantity, which is not zero", { quantity: "" }, { quantity: null }],
    ["a quantity of zero", { quantity: "0" }, { quantity: 0 }],
    ["an odd quantity", { quantity: "1.5" }, { quantity: null }],
    ["not for sale", { status: "Inactive" }, { active: false }],
    ["not finished", { status: "Incomplete" }, { active: false }],
  ])("with %s", (_name, changes, expected) => {
    if (expected) expect(listing(changes)).toMatchObject(expected)
    else expect(listing(changes)).toBeUndefined()
  })
})
