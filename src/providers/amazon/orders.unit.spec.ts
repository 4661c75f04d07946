import type { OrderPage, OrderWindow } from "../../connector"
import { aConnection } from "./__tests__/a-connection"
import { aWireOrder, type Json } from "./__tests__/a-wire-order"
import { failureOfPromise } from "./__tests__/failure-of-promise"
import { LocalServer, type Received, type Reply } from "./__tests__/local-server"
import { AmazonConnector } from "./connector"

const server = new LocalServer()
beforeAll(() => server.start())
afterAll(() => server.stop())

const TOKEN = "/auth/o2/token"
const connector = () =>
  new AmazonConnector(
    {},
    {
      clientId: "client-1",
      clientSecret: "s3cret",
      applicationId: "amzn1.sp.solution.1",
      endpoint: server.url,
      tokenEndpoint: server.url + TOKEN,
      requestTimeoutMs: 500,
    },
  )

function serve(reply: Reply): Received[] {
  const calls: Received[] = []
  server.answer((request) => {
    if (request.path === TOKEN) return { json: { access_token: "Atza|1", expires_in: 3600 } }
    calls.push(request)
    return reply
  })
  return calls
}

const window: OrderWindow = {
  by: "updated",
  fromUtc: new Date("2026-11-01T00:00:00Z"),
  toUtc: new Date("2026-11-02T00:00:00Z"),
}
const search = (changes: Partial<OrderWindow> = {}, pageToken?: string): Promise<OrderPage> =>
  connector().orders.search(aConnection(), { ...window, ...changes }, pageToken)

const INCLUDED = "BUYER,RECIPIENT,PROCEEDS,PROMOTION,CANCELLATION,FULFILLMENT,PACKAGES,TAX,PAYMENT"

describe("searching orders", () => {
  it.each([
    ["updated", "lastUpdatedAfter", "lastUpdatedBefore"],
    ["placed", "createdAfter", "createdBefore"],
  ] as const)("by the day they were %s asks for all marketplaces and statuses", async (by, after, before) => {
    const calls = serve({ json: { orders: [] } })
    await search({ by })
    expect(calls[0].path).toBe("/orders/2026-01-01/orders")
    expect(Object.fromEntries(calls[0].query)).toEqual({
      [after]: "2026-11-01T00:00:00.000Z",
      [before]: "2026-11-02T00:00:00.000Z",
      maxResultsPerPage: "100",
      includedData: INCLUDED,
    })
  })

  it("asks for a further page with everything else unchanged", async () => {
    const calls = serve({ json: { orders: [], pagination: { nextToken: "n+/=" } } })
    await expect(search()).resolves.toMatchObject({ nextPageToken: "n+/=" })
    await search({}, "n+/=")
    const [first, second] = calls.map(({ query }) => Object.fromEntries(query))
    expect(second).toEqual({ ...first, paginationToken: "n+/=" })
  })

  it.each([
    ["no pagination", {}],
    ["an empty one", { pagination: {} }],
    ["an empty token", { pagination: { nextToken: "" } }],
  ])("ends at a page with %s", async (_name, more) => {
    serve({ json: { orders: [], ...more } })
    expect((await search()).nextPageToken).toBeUndefined()
  })

  it.each([
    ["earlier than asked for", "2026-11-01T23:00:00Z", "2026-11-01T23:00:00.000Z"],
    ["later than asked for, which is not believed", "2026-11-03T00:00:00Z", "2026-11-02T00:00:00.000Z"],
    ["not told", undefined, undefined],
  ])("tells how far Amazon looked: %s", async (_name, lastUpdatedBefore, expected) => {
    serve({ json: { orders: [], lastUpdatedBefore, createdBefore: "2026-10-01T00:00:00Z" } })
    expect((await search()).visibleUntilUtc?.toISOString()).toBe(expected)
  })

  it("keeps a broken order in its place and the others whole", async () => {
    const broken = aWireOrder({ orderId: "113-0000000-0000002", fulfillment: undefined })
    const nameless: Json = { lastUpdatedTime: "yesterday" }
    serve({ json: { orders: [aWireOrder(), broken, nameless, "nonsense", null] } })
    const { orders } = await search()
    expect(orders).toMatchObject([
      { readable: true, order: { reference: "113-1234567-7654321" } },
      {
        readable: false,
        reference: "113-0000000-0000002",
        updatedAt: "2026-11-01T11:30:00.123Z",
        problem: { code: "contract_broken", details: { path: "fulfillment" } },
        raw: { orderId: "113-0000000-0000002" },
      },
      {
        readable: false,
        reference: expect.stringMatching(/^unreadable-[0-9a-f]{16}$/),
        updatedAt: null,
        raw: nameless,
      },
      { readable: false, reference: expect.stringMatching(/^unreadable-/), raw: "nonsense" },
      { readable: false, reference: expect.stringMatching(/^unreadable-/), raw: null },
    ])
    const again = (await search()).orders
    expect(again[2]).toEqual(orders[2])
  })

  it.each<[string, unknown, string]>([
    ["no orders", {}, "orders"],
    ["orders that are no list", { orders: {} }, "orders"],
    ["a page token that is a number", { orders: [], pagination: { nextToken: 7 } }, "pagination.nextToken"],
    ["a bound that is no instant", { orders: [], lastUpdatedBefore: "soon" }, "lastUpdatedBefore"],
  ])("an answer with %s breaks the contract", async (_name, json, path) => {
    serve({ json })
    await expect(failureOfPromise(search())).resolves.toMatchObject({ kind: "contract_broken", path })
  })

  it("a page token that is no longer accepted has expired; the same refusal of a first page is a refusal", async () => {
    serve({ status: 400, json: { errors: [{ code: "InvalidInput", message: "x" }] } })
    await expect(failureOfPromise(search({}, "old"))).resolves.toMatchObject({ kind: "page_expired" })
    await expect(failureOfPromise(search())).resolves.toMatchObject({ kind: "rejected" })
  })
})

describe("getting one order", () => {
  const get = (reference: string) => connector().orders.get(aConnection(), reference)

  it("asks for it by its number", async () => {
    const calls = serve({ json: { order: aWireOrder() } })
    await expect(get("113-1234567-7654321")).resolves.toMatchObject({ readable: true })
    expect(calls[0].path).toBe("/orders/2026-01-01/orders/113-1234567-7654321")
    expect(Object.fromEntries(calls[0].query)).toEqual({ includedData: INCLUDED })
  })

  it.each(["", "113-1234567", "113-1234567-7654321\n", "113-1234567-7654321/x", "S02-1234567-7654321"])(
    "%j cannot be one, and Amazon is not asked",
    async (reference) => {
      const calls = serve({ json: {} })
      await expect(failureOfPromise(get(reference))).resolves.toMatchObject({
        kind: "rejected",
        problem: { code: "reference_malformed" },
      })
      expect(calls).toHaveLength(0)
    },
  )

  it("that Amazon does not know is not found", async () => {
    serve({ status: 404, json: { errors: [{ code: "NotFound", message: "x" }] } })
    await expect(failureOfPromise(get("113-1234567-7654321"))).resolves.toMatchObject({
      kind: "not_found",
      problem: { details: { reference: "113-1234567-7654321" } },
    })
  })

  it("and being given another, or none, breaks the contract", async () => {
    serve({ json: { order: aWireOrder({ orderId: "113-0000000-0000002" }) } })
    await expect(failureOfPromise(get("113-1234567-7654321"))).resolves.toMatchObject({
      path: "order.orderId",
    })
    serve({ json: {} })
    await expect(failureOfPromise(get("113-1234567-7654321"))).resolves.toMatchObject({ path: "order" })
  })
})

describe("testing a connection", () => {
  const entry = (id: string, countryCode: string, isParticipating: boolean) => ({
    marketplace: { id, name: `Amazon ${countryCode}`, countryCode, defaultCurrencyCode: "USD" },
    participation: { isParticipating, hasSuspendedListings: false },
    storeName: `Store ${countryCode}`,
  })

  it("tells the seller, the store and the marketplaces Amazon publishes", async () => {
    const calls = serve({
      json: {
        payload: [
          entry("A1AM78C64UM0Y8", "MX", false),
          entry("ATVPDKIKX0DER", "US", true),
          entry("A1MQXOICRS2Z7M", "CA", true),
        ],
      },
    })
    await expect(connector().verify(aConnection())).resolves.toEqual({
      externalId: "A2EXAMPLE12345",
      storeName: "Store US",
      marketplaces: [
        {
          externalId: "A1AM78C64UM0Y8",
          name: "Amazon MX",
          country: "MX",
          currency: "USD",
          participating: false,
        },
        {
          externalId: "ATVPDKIKX0DER",
          name: "Amazon US",
          country: "US",
          currency: "USD",
          participating: true,
        },
      ],
    })
    expect(calls[0].path).toBe("/sellers/v1/marketplaceParticipations")
  })

  it("with a refresh token of another region is denied", async () => {
    serve({ status: 403, json: { errors: [{ code: "Unauthorized", message: "Access denied." }] } })
    await expect(failureOfPromise(connector().verify(aConnection()))).resolves.toMatchObject({
      kind: "rejected",
      problem: { code: "access_denied" },
    })
  })

  it("that answers nothing of use breaks the contract", async () => {
    serve({ json: { errors: [] } })
    await expect(failureOfPromise(connector().verify(aConnection()))).resolves.toMatchObject({
      path: "payload",
    })
  })
})
