import { type AmazonSimulator, generateOrders, plainUnshipped, startAmazonSimulator } from ".."
import { accessToken, error, get, ids, nextToken, ORDERS, rawGet, SELLERS } from "./requests"

const NOW = new Date("2026-11-20T12:00:00.000Z")
const AFTER = "2026-11-01T00:00:00Z"
const ROOMY = { rate: 1000, burst: 100_000 }

describe("the Amazon simulator refuses what the platform refuses", () => {
  let simulator: AmazonSimulator
  let token: string
  let clock = NOW
  const { orders } = generateOrders({
    seed: "strictness",
    count: 30,
    from: "2026-11-02T00:00:00Z",
    to: "2026-11-19T00:00:00Z",
    marketplaces: ["US", "DE"],
    mix: { ...plainUnshipped(2), fbaShare: 0.5 },
  })

  beforeAll(async () => {
    simulator = await startAmazonSimulator({
      now: () => clock,
      limits: { searchOrders: ROOMY, getOrder: ROOMY, getMarketplaceParticipations: ROOMY },
    })
    simulator.addOrders(orders)
  })
  afterAll(() => simulator.close())
  beforeEach(async () => {
    clock = NOW
    token = await accessToken(simulator)
  })

  it.each([
    ["no date at all", ""],
    ["both date families", `createdAfter=${AFTER}&lastUpdatedAfter=${AFTER}`],
    ["an upper bound of the other family", `createdAfter=${AFTER}&lastUpdatedBefore=2026-11-10T00:00:00Z`],
    ["an upper bound alone", "lastUpdatedBefore=2026-11-10T00:00:00Z"],
    ["an upper bound before the lower one", `createdAfter=${AFTER}&createdBefore=2026-10-01T00:00:00Z`],
    [
      "an upper bound less than two minutes ago",
      `createdAfter=${AFTER}&createdBefore=2026-11-20T11:58:00.001Z`,
    ],
    ["a date that is none", "createdAfter=TEST_CASE_400"],
    ["a date without a zone", "createdAfter=2026-11-01T00:00:00"],
    ["a date that does not exist", "createdAfter=2026-02-30T00:00:00Z"],
    ["a zone whose + was not encoded", "createdAfter=2026-11-01T00:00:00+01:00"],
    ["a page of 0 orders", `createdAfter=${AFTER}&maxResultsPerPage=0`],
    ["a page of 101 orders", `createdAfter=${AFTER}&maxResultsPerPage=101`],
    ["a page size that is no integer", `createdAfter=${AFTER}&maxResultsPerPage=1.5`],
    ["an unknown status", `createdAfter=${AFTER}&fulfillmentStatuses=UNSHIPPED,Canceled`],
    ["an unknown fulfiller", `createdAfter=${AFTER}&fulfilledBy=MFN`],
    ["unknown data", `createdAfter=${AFTER}&includedData=BUYER,NOPE`],
    ["an unknown marketplace", `createdAfter=${AFTER}&marketplaceIds=AXXXXXXXXXXXX`],
    ["51 marketplaces", `createdAfter=${AFTER}&marketplaceIds=${Array(51).fill("ATVPDKIKX0DER").join(",")}`],
    ["a repeated parameter", `createdAfter=${AFTER}&includedData=BUYER&includedData=TAX`],
    ["an empty parameter", `createdAfter=${AFTER}&includedData=`],
    ["an empty value in a list", `createdAfter=${AFTER}&includedData=BUYER,,TAX`],
    ["a parameter of the old version", `CreatedAfter=${AFTER}`],
    ["a page token it did not give", `createdAfter=${AFTER}&paginationToken=abc`],
    ["broken URL encoding", `createdAfter=%E0%A4%A`],
  ])("refuses %s with 400 InvalidInput", async (_, query) => {
    const reply = await get(simulator, ORDERS, token, query)
    expect([reply.status, error(reply).code]).toEqual([400, "InvalidInput"])
    expect(reply.headers.get("x-amzn-RateLimit-Limit")).toBe("1000")
    expect(reply.headers.get("x-amzn-RequestId")).toMatch(/^[0-9a-f-]{36}$/)
  })

  it("names an unknown parameter", async () => {
    const reply = await get(simulator, ORDERS, token, `createdAfter=${AFTER}&buyerEmail=x`)
    expect(error(reply).details).toContain('"buyerEmail"')
  })

  it.each([
    ["an encoded comma", `createdAfter=${AFTER}&fulfillmentStatuses=UNSHIPPED%2CSHIPPED`],
    ["a plain comma", `createdAfter=${AFTER}&fulfillmentStatuses=UNSHIPPED,SHIPPED`],
    ["an upper bound of exactly two minutes ago", `createdAfter=${AFTER}&createdBefore=2026-11-20T11:58:00Z`],
    ["milliseconds and an encoded zone", "createdAfter=2026-11-01T00:00:00.000%2B01:00"],
    ["equal bounds", `createdAfter=${AFTER}&createdBefore=${AFTER}`],
  ])("takes %s", async (_, query) => {
    expect((await get(simulator, ORDERS, token, query)).status).toBe(200)
  })

  it("refuses a body on GET", async () => {
    const headers = { "x-amz-access-token": token, "user-agent": "Tests/1.0" }
    const reply = await rawGet(`${simulator.url}${ORDERS}?createdAfter=${AFTER}`, headers, "{}")
    expect(reply.status).toBe(400)
  })

  it.each([
    ["no token", async () => get(simulator, SELLERS, undefined), "missing"],
    ["a token it did not give", async () => get(simulator, SELLERS, "Atza|other"), "malformed"],
    [
      "an expired token",
      async () => {
        clock = new Date(NOW.getTime() + 3_600_000)
        return get(simulator, SELLERS, token)
      },
      "expired",
    ],
    [
      "a revoked token",
      async () => {
        simulator.revokeAccessTokens(token)
        return get(simulator, SELLERS, token)
      },
      "revoked",
    ],
  ])("answers %s with 403 Unauthorized, details and no rate header", async (_, call, details) => {
    const reply = await call()
    expect([reply.status, error(reply).code]).toEqual([403, "Unauthorized"])
    expect(error(reply).message).toBe("Access to requested resource is denied.")
    expect(error(reply).details).toContain(details)
    expect(reply.headers.get("x-amzn-RateLimit-Limit")).toBeNull()
    expect(reply.headers.get("x-amzn-RequestId")).not.toBeNull()
  })

  it("wants a user-agent", async () => {
    const reply = await rawGet(`${simulator.url}${SELLERS}`, { "x-amz-access-token": token })
    expect([reply.status, reply.text]).toEqual([403, expect.stringContaining("User-Agent")])
  })

  it.each(["/orders/v0/orders", "/orders/2026-01-01/orders/", "/", "/sellers/v1/other"])(
    "does not know %s",
    async (path) => {
      const reply = await get(simulator, path, token)
      expect([reply.status, error(reply).code]).toEqual([403, "MissingAuthenticationToken"])
    },
  )

  it.each([
    ["123-1234567-123456", 400, "InvalidInput"],
    ["TEST_CASE_400", 400, "InvalidInput"],
    ["000-0000000-0000000", 404, "NotFound"],
  ])("answers order id %s with %i %s", async (orderId, status, code) => {
    const reply = await get(simulator, `${ORDERS}/${orderId}`, token)
    expect([reply.status, error(reply).code]).toEqual([status, code])
    expect(reply.headers.get("x-amzn-RateLimit-Limit")).toBe("1000")
  })

  it("forbids a marketplace the seller does not take part in", async () => {
    const reply = await get(simulator, ORDERS, token, `createdAfter=${AFTER}&marketplaceIds=A39IBJ37TRP1C6`)
    expect([reply.status, error(reply).code]).toEqual([403, "Unauthorized"])
  })

  describe("pages", () => {
    const first = { createdAfter: AFTER, maxResultsPerPage: "12", fulfillmentStatuses: "UNSHIPPED" }

    it("gives every order once, sorted by last update, and no token at the end", async () => {
      const seen: string[] = []
      let paginationToken: string | undefined
      let pages = 0
      do {
        const reply = await get(simulator, ORDERS, token, { ...first, paginationToken })
        expect(reply.json.createdBefore).toBe("2026-11-20T11:58:00.000Z")
        seen.push(...ids(reply))
        paginationToken = nextToken(reply)
        pages += 1
      } while (paginationToken)
      const sorted = [...orders].sort((a, b) => (a.lastUpdatedTime < b.lastUpdatedTime ? -1 : 1))
      expect(pages).toBe(3)
      expect(seen).toEqual(sorted.map((order) => order.orderId))
    })

    it("has tokens that must be encoded", async () => {
      const paginationToken = nextToken(await get(simulator, ORDERS, token, first)) ?? ""
      expect(paginationToken).toMatch(/\+.*\/.*=/)
      const plain = `createdAfter=${AFTER}&maxResultsPerPage=12&fulfillmentStatuses=UNSHIPPED&paginationToken=${paginationToken}`
      expect((await get(simulator, ORDERS, token, plain)).status).toBe(400)
    })

    it.each([
      ["another date", { createdAfter: "2026-11-02T00:00:00Z" }, 400],
      ["a filter less", { fulfillmentStatuses: undefined }, 400],
      ["a filter more", { fulfilledBy: "MERCHANT" }, 400],
      ["an upper bound added", { createdBefore: "2026-11-20T11:58:00Z" }, 400],
      ["another page size", { maxResultsPerPage: "3" }, 200],
      ["other data", { includedData: "BUYER,TAX" }, 200],
    ])("answers %s on the second page as it should", async (_, change, status) => {
      const paginationToken = nextToken(await get(simulator, ORDERS, token, first))
      expect((await get(simulator, ORDERS, token, { ...first, ...change, paginationToken })).status).toBe(
        status,
      )
    })

    it("refuses a token after 24 hours, not before", async () => {
      const paginationToken = nextToken(await get(simulator, ORDERS, token, first))
      clock = new Date(NOW.getTime() + 24 * 3_600_000 - 1)
      token = await accessToken(simulator)
      expect((await get(simulator, ORDERS, token, { ...first, paginationToken })).status).toBe(200)
      clock = new Date(NOW.getTime() + 24 * 3_600_000)
      const reply = await get(simulator, ORDERS, token, { ...first, paginationToken })
      expect([reply.status, error(reply).details]).toEqual([400, expect.stringContaining("expired")])
    })

    it("refuses another seller's token", async () => {
      simulator.addSeller({ sellingPartnerId: "AOTHER", refreshTokens: ["Atzr|other"], marketplaces: ["US"] })
      const paginationToken = nextToken(await get(simulator, ORDERS, token, first))
      const other = await accessToken(simulator, "Atzr|other")
      expect((await get(simulator, ORDERS, other, { ...first, paginationToken })).status).toBe(400)
      expect((await get(simulator, `${ORDERS}/${orders[0]?.orderId}`, other)).status).toBe(404)
    })
  })

  it("counts both bounds in", async () => {
    const time = orders[5]?.lastUpdatedTime ?? ""
    const reply = await get(simulator, ORDERS, token, { lastUpdatedAfter: time, lastUpdatedBefore: time })
    expect(ids(reply)).toContain(orders[5]?.orderId)
    expect(reply.json.lastUpdatedBefore).toBe(time)
  })
})

describe("the Amazon simulator's usage plans", () => {
  it("throttles by seller and operation as published, without a rate header, and refills", async () => {
    let now = NOW.getTime()
    const simulator = await startAmazonSimulator({ now: () => new Date(now) })
    const token = await accessToken(simulator)
    const search = () => get(simulator, ORDERS, token, { createdAfter: AFTER })
    for (let call = 0; call < 20; call += 1)
      expect((await search()).headers.get("x-amzn-RateLimit-Limit")).toBe("0.0056")
    const refused = await search()
    expect([refused.status, error(refused).code]).toEqual([429, "QuotaExceeded"])
    expect(refused.headers.get("x-amzn-RateLimit-Limit")).toBeNull()
    expect((await get(simulator, SELLERS, token)).status).toBe(200)
    now += 178_000
    expect((await search()).status).toBe(429)
    now += 1_000
    expect((await search()).status).toBe(200)
    expect((await search()).status).toBe(429)
    await simulator.close()
  })
})
