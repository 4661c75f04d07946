import type { Connection, StockLevel } from "../../connector"
import { AnApi, anError, type ApiReply } from "./__tests__/an-api"
import { aConnection, anEmptyBudget, RETRY_AT } from "./__tests__/a-connection"
import type { Received, Reply } from "./__tests__/local-server"
import { AmazonStock } from "./stock"

const api = new AnApi()
beforeAll(() => api.start())
afterAll(() => api.stop())

const stock = () => new AmazonStock(api.transport())
const CODES = { ATVPDKIKX0DER: "US", A2EUQ1WTGCTBG2: "CA", A1AM78C64UM0Y8: "MX" } as const
type Country = (typeof CODES)[keyof typeof CODES]
const countryOf = (id: string | null) => CODES[id as keyof typeof CODES]
const marketplaces: Connection["marketplaces"] = [
  { externalId: "ATVPDKIKX0DER", country: "US", currency: "USD", enabled: true },
  { externalId: "A2EUQ1WTGCTBG2", country: "CA", currency: "CAD", enabled: true },
  { externalId: "A1AM78C64UM0Y8", country: "MX", currency: "MXN", enabled: false },
]
const connection = () => aConnection({ marketplaces })

const level = (sku: string, quantity = 3): StockLevel => ({ listingKey: `key ${sku}`, sku, quantity })
const accepted: Reply = { json: { status: "ACCEPTED", submissionId: "f1dc2914", issues: [] } }
const invalid = (message: string): Reply => ({
  json: { status: "INVALID", submissionId: "1", issues: [{ code: "1", message, severity: "ERROR" }] },
})
const broken: Reply = { status: 500, json: anError("InternalFailure", "x") }
const quota: Reply = { status: 429 }
const forbidden: Reply = { status: 403, json: anError("Unauthorized", "Access is denied.") }

/** What a marketplace has: a SKU's quantity, "amazon" where Amazon sends it, null where no number is told; or another answer. */
type Listed = Record<string, number | "amazon" | null> | Reply
const item = ([sku, offer]: [string, number | "amazon" | null]) => ({
  sku,
  fulfillmentAvailability:
    offer === "amazon"
      ? [{ fulfillmentChannelCode: "AMAZON_NA" }]
      : [{ fulfillmentChannelCode: "DEFAULT", ...(offer === null ? {} : { quantity: offer }) }],
})
const isReply = (listed: Listed): listed is Reply => "status" in listed || "json" in listed

/** Marketplaces with their listings, and what they answer to levels. */
function amazon(
  listed: Partial<Record<Country, Listed>>,
  answers: (country: Country, sku: string) => Reply = () => accepted,
): void {
  const reply = (request: Received): Reply => {
    const country = countryOf(request.query.get("marketplaceIds"))
    const sku = decodeURIComponent(request.path.split("/")[5] ?? "")
    if (request.method === "PATCH") return answers(country, sku)
    const here = listed[country] ?? {}
    if (isReply(here)) return here
    const skus = sku ? [sku] : (request.query.get("identifiers") ?? "").split(",")
    const items = Object.entries(here)
      .filter(([one]) => skus.includes(one))
      .map((entry) => item(entry))
    if (!sku) return { json: { numberOfResults: items.length, items } }
    return items[0] ? { json: items[0] } : { status: 404, json: anError("NotFound", "SKU not found") }
  }
  const always: ApiReply = reply
  api.answer(always)
}
const pushed = () =>
  api.calls
    .filter(({ method }) => method === "PATCH")
    .map(({ path, query }) => `${countryOf(query.get("marketplaceIds"))} ${path.split("/")[5]}`)
const reads = () => api.calls.filter(({ method }) => method === "GET").length

describe("a level of a seller with several marketplaces", () => {
  it("is told to each that lists the SKU, and to no other", async () => {
    amazon({ US: { A: 9, B: 9 }, CA: { A: 9, C: 9 }, MX: { A: 9 } })
    await expect(
      stock().setLevels(
        connection(),
        ["A", "B", "C"].map((sku) => level(sku)),
      ),
    ).resolves.toEqual([
      { listingKey: "key A", outcome: "accepted" },
      { listingKey: "key B", outcome: "accepted" },
      { listingKey: "key C", outcome: "accepted" },
    ])
    expect(pushed()).toEqual(["US A", "US B", "CA A", "CA C"])
    expect(api.bodies().filter(Boolean)).toEqual(
      Array(4).fill(expect.objectContaining({ patches: [expect.objectContaining({ op: "merge" })] })),
    )
  })

  it("costs one reading of each marketplace for all levels of a call", async () => {
    amazon({ US: { A: 9, B: 9 }, CA: { A: 9 } })
    const spending = connection()
    await stock().setLevels(spending, [level("A"), level("B")])
    expect(spending.recorded.spent).toEqual([
      "searchListingsItems",
      "patchListingsItem",
      "patchListingsItem",
      "searchListingsItems",
      "patchListingsItem",
    ])
  })

  it("is found by its SKU with a comma as well", async () => {
    amazon({ US: {}, CA: { "A,1": 9 } })
    await expect(stock().setLevels(connection(), [level("A,1")])).resolves.toMatchObject([
      { outcome: "accepted" },
    ])
    expect(pushed()).toEqual(["CA A%2C1"])
  })

  it("is rejected where no marketplace lists the SKU, by whatever way Amazon says so", async () => {
    amazon({ US: {}, CA: { status: 404, json: anError("NotFound", "x") } })
    await expect(stock().setLevels(connection(), [level("A")])).resolves.toMatchObject([
      {
        outcome: "rejected",
        problem: { code: "stock_rejected", details: { sku: "A", reason: "sku unknown" } },
      },
    ])
    expect(pushed()).toEqual([])
  })

  it("is never told to a marketplace where Amazon sends the SKU", async () => {
    amazon({ US: { A: "amazon", B: "amazon" }, CA: { A: 9, B: "amazon" } })
    await expect(stock().setLevels(connection(), [level("A"), level("B")])).resolves.toMatchObject([
      { listingKey: "key A", outcome: "accepted" },
      // Looking it up shows that Amazon sends it now.
      { listingKey: "key B", outcome: "unknown" },
    ])
    expect(pushed()).toEqual(["CA A"])
  })
})

describe("marketplaces that answer differently", () => {
  const unavailable = { outcome: "unknown" }
  const rejected = (reason: string) => ({
    outcome: "rejected",
    problem: { code: "stock_rejected", details: { sku: "A", reason } },
  })
  it.each<[string, Partial<Record<Country, Reply>>, object]>([
    ["one refused", { CA: invalid("No offer.") }, rejected("CA: No offer.")],
    [
      "both refused",
      { US: invalid("No price."), CA: invalid("No offer.") },
      rejected("US: No price. CA: No offer."),
    ],
    ["one gave no usable answer", { US: broken }, unavailable],
    ["one refused, one gave no usable answer", { US: broken, CA: invalid("No offer.") }, unavailable],
    ["one took it, the quota ended the other", { CA: quota }, unavailable],
    [
      "the quota ended it before either took it",
      { US: quota },
      { outcome: "not_sent", retryAt: RETRY_AT, problem: { code: "platform_throttled" } },
    ],
    [
      "one refused, the quota ended the other: nothing is changed anywhere",
      { US: invalid("No price."), CA: quota },
      { outcome: "not_sent", retryAt: RETRY_AT },
    ],
    [
      "one does not know the SKU any more",
      { CA: { status: 404, json: anError("NotFound", "x") } },
      { outcome: "accepted" },
    ],
  ])("%s", async (_name, answers, expected) => {
    amazon({ US: { A: 9 }, CA: { A: 9 } }, (country) => answers[country] ?? accepted)
    const [answer] = await stock().setLevels(connection(), [level("A")])
    expect(answer).toMatchObject({ listingKey: "key A", ...expected })
  })

  it("a refusal in one keeps no level from the others", async () => {
    amazon({ US: { A: 9, B: 9 }, CA: { A: 9, B: 9 } }, (country, sku) =>
      country === "US" && sku === "A" ? invalid("No price.") : accepted,
    )
    await expect(stock().setLevels(connection(), [level("A"), level("B")])).resolves.toMatchObject([
      { outcome: "rejected" },
      { outcome: "accepted" },
    ])
    expect(pushed()).toEqual(["US A", "US B", "CA A", "CA B"])
  })

  it("one that may not be read leaves open what came of the levels that another took", async () => {
    amazon({ US: { A: 9 }, CA: forbidden })
    await expect(stock().setLevels(connection(), [level("A"), level("B")])).resolves.toMatchObject([
      { outcome: "unknown" },
      { outcome: "not_sent", problem: { code: "access_denied" } },
    ])
    expect(pushed()).toEqual(["US A"])
  })

  it("two levels in a row without an answer end it, wherever they were", async () => {
    const skus = ["B", "A", "C"].map((sku) => level(sku))
    amazon({ US: { A: 9, B: 9 }, CA: { A: 9, C: 9 } }, (_country, sku) => (sku === "B" ? accepted : broken))
    await expect(stock().setLevels(connection(), skus)).resolves.toMatchObject([
      { listingKey: "key B", outcome: "accepted" },
      { listingKey: "key A", outcome: "unknown" },
      { listingKey: "key C", outcome: "not_sent", problem: { code: "platform_unavailable" } },
    ])
    expect(pushed()).toEqual(["US B", "US A", "CA A"])
  })

  it("an empty budget sends nothing", async () => {
    amazon({ US: { A: 9 }, CA: { A: 9 } })
    const spent = { ...connection(), call: anEmptyBudget }
    await expect(stock().setLevels(spent, [level("A")])).resolves.toMatchObject([
      { outcome: "not_sent", retryAt: RETRY_AT },
    ])
  })
})

describe("what Amazon offers in several marketplaces", () => {
  const listing = { listingKey: "key A", sku: "A" }
  const merchant = { listingKey: "key A", fulfilledBy: "merchant" }
  it.each<[string, Partial<Record<Country, Listed>>, object[]]>([
    ["is one number where they agree", { US: { A: 5 }, CA: { A: 5 } }, [{ ...merchant, quantity: 5 }]],
    ["is that of the only one that lists it", { CA: { A: 5 } }, [{ ...merchant, quantity: 5 }]],
    [
      "is all numbers where they differ",
      { US: { A: 0 }, CA: { A: 10 } },
      [{ ...merchant, quantity: 10, quantities: [10, 0] }],
    ],
    [
      "is not told by one that shows no number",
      { US: { A: null }, CA: { A: 4 } },
      [{ ...merchant, quantity: 4 }],
    ],
    ["is nothing where none shows a number", { US: { A: null } }, [{ ...merchant, quantity: null }]],
    [
      "is the merchant's alone where Amazon sends in another",
      { US: { A: "amazon" }, CA: { A: 4 } },
      [{ ...merchant, quantity: 4 }],
    ],
    [
      "is Amazon's where it sends in all",
      { US: { A: "amazon" }, CA: { A: "amazon" } },
      [{ listingKey: "key A", quantity: null, fulfilledBy: "platform" }],
    ],
    [
      "is unlisted where all say so, one of them with 404",
      { US: {}, CA: { status: 404, json: anError("NotFound", "x") } },
      [],
    ],
    [
      "is read where others answer 404",
      { US: { status: 404, json: anError("NotFound", "x") }, CA: { A: 2 } },
      [{ ...merchant, quantity: 2 }],
    ],
  ])("%s", async (_name, listed, expected) => {
    amazon(listed)
    await expect(stock().readLevels(connection(), [listing])).resolves.toEqual(expected)
    expect(reads()).toBe(2)
  })
})
