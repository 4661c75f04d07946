import type { Connection, StockLevel } from "../../connector"
import { aBrokenConnection, aClosedPort, aCutAnswer, AnApi, anError, type ApiReply } from "./__tests__/an-api"
import { aConnection, RETRY_AT } from "./__tests__/a-connection"
import { failureOfPromise } from "./__tests__/failure-of-promise"
import { itWithModels, violationsOf } from "./__tests__/model-body"
import { AmazonStock } from "./stock"

const api = new AnApi()
beforeAll(() => api.start())
afterAll(() => api.stop())

const stock = () => new AmazonStock(api.transport({ requestTimeoutMs: 250 }))
const US = { externalId: "ATVPDKIKX0DER", country: "US", currency: "USD", enabled: true }
const MX = { externalId: "A1AM78C64UM0Y8", country: "MX", currency: "MXN", enabled: false }
const connectionOf = (...marketplaces: Connection["marketplaces"]) => aConnection({ marketplaces })

const level = (sku: string, quantity = 3): StockLevel => ({ listingKey: `key ${sku}`, sku, quantity })
const submission = (changes: object = {}): ApiReply => {
  return { json: { sku: "A", status: "ACCEPTED", submissionId: "f1dc2914", issues: [], ...changes } }
}
const issue = (severity: string, message: string) => ({ code: "1", message, severity, categories: [] })
const unknownSku: ApiReply = { status: 404, json: anError("NotFound", "SKU not found") }
const brokenOnce: ApiReply = { status: 500, json: anError("InternalFailure", "x") }
const offer = (fulfillmentChannelCode: string) => [{ fulfillmentChannelCode, quantity: 1 }]

/** The marketplace lists whatever is searched, by default as the merchant's; Amazon answers to levels in turn, the last one again. */
function amazon(replies: ApiReply[], channel = "DEFAULT"): void {
  let turn = 0
  api.answer((request, response) => {
    if (request.method === "GET") {
      const skus = (request.query.get("identifiers") ?? "").split(",")
      return { json: { items: skus.map((sku) => ({ sku, fulfillmentAvailability: offer(channel) })) } }
    }
    const reply = replies[Math.min(turn++, replies.length - 1)]
    if (reply === "silence") return undefined
    return typeof reply === "function" ? reply(request, response) : reply
  })
}
const patches = () => api.calls.filter(({ method }) => method === "PATCH")

describe("a stock level", () => {
  it("is merged into the listing, so that handling time and restock date stay", async () => {
    amazon([submission()])
    const connection = connectionOf(MX, US)
    await expect(stock().setLevels(connection, [level("SKU /#1", 7)])).resolves.toEqual([
      { listingKey: "key SKU /#1", outcome: "accepted" },
    ])
    expect(patches()).toHaveLength(1)
    expect(patches()[0]).toMatchObject({
      path: "/listings/2021-08-01/items/A2EXAMPLE12345/SKU%20%2F%231",
    })
    expect(Object.fromEntries(patches()[0].query)).toEqual({ marketplaceIds: "ATVPDKIKX0DER" })
    expect(api.bodies().slice(1)).toEqual([
      {
        productType: "PRODUCT",
        patches: [
          {
            op: "merge",
            path: "/attributes/fulfillment_availability",
            value: [{ fulfillment_channel_code: "DEFAULT", quantity: 7 }],
          },
        ],
      },
    ])
    expect(connection.recorded.spent).toEqual(["searchListingsItems", "patchListingsItem"])
  })

  itWithModels("is as Amazon's model says", async () => {
    amazon([submission()])
    await stock().setLevels(connectionOf(US), [level("A", 0)])
    expect(
      violationsOf("listingsItems_2021-08-01.json", "ListingsItemPatchRequest", api.bodies()[1]),
    ).toEqual([])
  })

  it("costs one reading of the marketplace for all levels of a call, also where there is only one", async () => {
    amazon([submission()])
    const connection = connectionOf(US)
    await stock().setLevels(connection, [level("A"), level("B")])
    expect(connection.recorded.spent).toEqual([
      "searchListingsItems",
      "patchListingsItem",
      "patchListingsItem",
    ])
  })

  it("is not sent where Amazon sends the SKU by now: a quantity would put a merchant's offer beside it", async () => {
    amazon([submission()], "AMAZON_NA")
    await expect(stock().setLevels(connectionOf(US), [level("A")])).resolves.toEqual([
      { listingKey: "key A", outcome: "unknown" },
    ])
    expect(patches()).toHaveLength(0)
  })

  it("is not sent by an account without an enabled marketplace", async () => {
    api.answer(submission())
    await expect(stock().setLevels(connectionOf(MX), [level("A")])).resolves.toMatchObject([
      { outcome: "not_sent", retryAt: null, problem: { code: "request_refused" } },
    ])
    expect(api.calls).toHaveLength(0)
  })
})

describe("what Amazon answers to one level", () => {
  const rejected = (reason: string) => ({
    outcome: "rejected",
    problem: { code: "stock_rejected", details: { sku: "A", reason } },
  })
  it.each<[string, ApiReply, object]>([
    ["ACCEPTED", submission(), { outcome: "accepted" }],
    ["ACCEPTED with warnings", submission({ issues: [issue("WARNING", "Image.")] }), { outcome: "accepted" }],
    ["ACCEPTED without issues", submission({ issues: undefined }), { outcome: "accepted" }],
    [
      "INVALID, with HTTP 200: only the errors are told",
      submission({
        status: "INVALID",
        issues: [issue("WARNING", "Image."), issue("ERROR", "Bad quantity."), issue("ERROR", "No offer.")],
      }),
      rejected("Bad quantity. No offer."),
    ],
    ["INVALID without an error", submission({ status: "INVALID" }), rejected("INVALID")],
    [
      "400",
      { status: 400, json: anError("InvalidInput", "Invalid parameters provided.") },
      rejected("InvalidInput Invalid parameters provided."),
    ],
    ["404", unknownSku, rejected("sku unknown")],
    ["500", brokenOnce, { outcome: "unknown" }],
    ["a broken connection", aBrokenConnection, { outcome: "unknown" }],
    ["a cut answer", aCutAnswer, { outcome: "unknown" }],
    ["silence", "silence", { outcome: "unknown" }],
    ["an empty 200", { status: 200 }, { outcome: "unknown" }],
    ["a status that is not documented", submission({ status: "MAYBE" }), { outcome: "unknown" }],
    [
      "the quota",
      { status: 429 },
      { outcome: "not_sent", retryAt: RETRY_AT, problem: { code: "platform_throttled" } },
    ],
    [
      "a missing role",
      { status: 403, json: anError("Unauthorized", "Access to requested resource is denied.") },
      { outcome: "not_sent", retryAt: null, problem: { code: "access_denied" } },
    ],
  ])("%s", async (_name, reply, expected) => {
    amazon([reply])
    const [answer] = await stock().setLevels(connectionOf(US), [level("A")])
    expect(answer).toMatchObject({ listingKey: "key A", ...expected })
    expect(patches()).toHaveLength(1)
  })
})

describe("a run of levels", () => {
  const outcomes = async (...replies: ApiReply[]) => {
    amazon(replies)
    const answers = await stock().setLevels(
      connectionOf(US),
      ["A", "B", "C", "D"].map((sku) => level(sku)),
    )
    expect(answers.map(({ listingKey }) => listingKey)).toEqual(["key A", "key B", "key C", "key D"])
    return answers.map(({ outcome }) => outcome)
  }

  it.each<[string, ApiReply[], string[], number]>([
    [
      "goes on after a rejected level",
      [submission(), submission({ status: "INVALID" }), submission()],
      ["accepted", "rejected", "accepted", "accepted"],
      4,
    ],
    [
      "goes on after one level without a usable answer",
      [submission(), brokenOnce, submission()],
      ["accepted", "unknown", "accepted", "accepted"],
      4,
    ],
    [
      "ends after two in a row without one",
      [submission(), brokenOnce, brokenOnce, submission()],
      ["accepted", "unknown", "unknown", "not_sent"],
      3,
    ],
    [
      "ends when the quota is spent",
      [submission(), { status: 429 }, submission()],
      ["accepted", "not_sent", "not_sent", "not_sent"],
      2,
    ],
    [
      "ends when the account may not write",
      [{ status: 403, text: "" }, submission()],
      ["not_sent", "not_sent", "not_sent", "not_sent"],
      1,
    ],
  ])("%s", async (_name, replies, expected, calls) => {
    await expect(outcomes(...replies)).resolves.toEqual(expected)
    expect(patches()).toHaveLength(calls)
  })

  it("that cannot reach Amazon sends nothing", async () => {
    api.answer(submission())
    const unreachable = new AmazonStock(api.transport({ endpoint: await aClosedPort() }))
    await expect(unreachable.setLevels(connectionOf(US), [level("A"), level("B")])).resolves.toMatchObject([
      { listingKey: "key A", outcome: "not_sent", problem: { code: "platform_unavailable" } },
      { listingKey: "key B", outcome: "not_sent", problem: { code: "platform_unavailable" } },
    ])
  })

  it("of an account that has lost its permission fails as a whole", async () => {
    const connection = { ...connectionOf(US), credentials: {} }
    const failure = await failureOfPromise(stock().setLevels(connection, [level("A")]))
    expect(failure.kind).toBe("authorization_lost")
  })
})

describe("what Amazon offers", () => {
  const item = (sku: string, ...fulfillmentAvailability: object[]) => ({ sku, fulfillmentAvailability })
  const merchant = (quantity?: number) => ({ fulfillmentChannelCode: "DEFAULT", quantity })
  const listing = (sku: string) => ({ listingKey: `key ${sku}`, sku })
  const page = (...items: object[]): ApiReply => ({ json: { numberOfResults: items.length, items } })

  it("is read by SKU where Amazon says who sends it", async () => {
    api.answer(
      page(
        item("A", merchant(5)),
        item("B", { fulfillmentChannelCode: "AMAZON_NA" }, merchant(2)),
        item("C", merchant()),
        { sku: "D" },
        item("Z", merchant(9)),
      ),
    )
    const connection = connectionOf(US)
    const skus = ["A", "B", "C", "D", "E"].map(listing)
    await expect(stock().readLevels(connection, skus)).resolves.toEqual([
      { listingKey: "key A", quantity: 5, fulfilledBy: "merchant" },
      { listingKey: "key B", quantity: null, fulfilledBy: "platform" },
      { listingKey: "key C", quantity: null, fulfilledBy: "merchant" },
    ])
    expect(api.calls[0]).toMatchObject({ method: "GET", path: "/listings/2021-08-01/items/A2EXAMPLE12345" })
    expect(Object.fromEntries(api.calls[0].query)).toEqual({
      marketplaceIds: "ATVPDKIKX0DER",
      identifiers: "A,B,C,D,E",
      identifiersType: "SKU",
      includedData: "fulfillmentAvailability",
      pageSize: "20",
    })
    expect(connection.recorded.spent).toEqual(["searchListingsItems"])
  })

  it("is asked for once for a SKU that two listings have", async () => {
    api.answer(page(item("A", merchant(5))))
    const twins = [listing("A"), { listingKey: "twin", sku: "A" }]
    await expect(stock().readLevels(connectionOf(US), twins)).resolves.toHaveLength(2)
    expect(api.calls[0].query.get("identifiers")).toBe("A")
  })

  it("is read one by one for SKUs with a comma, which a list cannot hold", async () => {
    api.answer({ json: item("A,1", merchant(4)) }, unknownSku)
    await expect(stock().readLevels(connectionOf(US), [listing("A,1"), listing("B,1")])).resolves.toEqual([
      { listingKey: "key A,1", quantity: 4, fulfilledBy: "merchant" },
    ])
    expect(api.calls.map(({ path }) => path)).toEqual([
      "/listings/2021-08-01/items/A2EXAMPLE12345/A%2C1",
      "/listings/2021-08-01/items/A2EXAMPLE12345/B%2C1",
    ])
  })

  it.each<[string, ApiReply, string]>([
    ["the quota", { status: 429 }, "throttled"],
    ["500", brokenOnce, "unavailable"],
    ["a missing role", { status: 403, json: anError("Unauthorized", "Access is denied.") }, "rejected"],
    ["an item without a SKU", page({}), "contract_broken"],
    ["a quantity that is a text", page(item("A", { ...merchant(), quantity: "5" })), "contract_broken"],
  ])("is not known after %s", async (_name, reply, kind) => {
    api.answer(reply)
    const failure = await failureOfPromise(stock().readLevels(connectionOf(US), [listing("A")]))
    expect(failure.kind).toBe(kind)
  })
})
