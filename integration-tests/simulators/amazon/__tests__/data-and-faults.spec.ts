import { type AmazonSimulator, generateOrders, plainUnshipped, type Role, startAmazonSimulator } from ".."
import { accessToken, error, get, ids, type Json, nextToken, ORDERS } from "./requests"

const NOW = Date.parse("2026-11-20T12:00:00Z")
const ALL =
  "BUYER,RECIPIENT,PROCEEDS,EXPENSE,PROMOTION,CANCELLATION,FULFILLMENT,PACKAGES,TAX,PAYMENT,FULFILLMENT_ORDERS"
const ROOMY = { rate: 1000, burst: 100_000 }
const AFTER = { createdAfter: "2026-11-01T00:00:00Z" }

let simulator: AmazonSimulator
let token: string
let now = NOW
const { orders } = generateOrders({
  seed: "faults",
  count: 10,
  from: "2026-11-02T00:00:00Z",
  to: "2026-11-19T00:00:00Z",
  marketplaces: ["BR"],
  mix: {
    ...plainUnshipped(2),
    shares: {
      easyShip: 1,
      giftWrap: 1,
      discount: 1,
      missingName: 0,
      missingBuyer: 0,
      missingAddress: 0,
      replacement: 0,
    },
  },
})
const firstId = orders[0]?.orderId ?? ""
const control = (path: string, method: string, body?: unknown) =>
  fetch(`${simulator.url}/__simulator/${path}`, {
    method,
    body: body === undefined ? null : JSON.stringify(body),
  })
const one = async (query: Record<string, string> = { includedData: ALL }): Promise<Json> =>
  (await get(simulator, `${ORDERS}/${firstId}`, token, query)).json.order as Json

beforeEach(async () => {
  now = NOW
  simulator = await startAmazonSimulator({
    now: () => new Date(now),
    limits: { searchOrders: ROOMY, getOrder: ROOMY },
  })
  simulator.addOrders(orders)
  token = await accessToken(simulator)
})
afterEach(() => simulator.close())

describe("included data", () => {
  const bare = ["createdTime", "lastUpdatedTime", "orderId", "orderItems", "salesChannel"]
  it.each([
    ["", [], ["orderItemId", "product", "quantityOrdered"]],
    ["BUYER", ["buyer"], ["orderItemId", "product", "quantityOrdered"]],
    ["RECIPIENT", ["recipient"], ["orderItemId", "product", "quantityOrdered"]],
    ["PROCEEDS", ["proceeds"], ["orderItemId", "proceeds", "product", "quantityOrdered"]],
    ["FULFILLMENT", ["fulfillment"], ["fulfillment", "orderItemId", "product", "quantityOrdered"]],
    ["PROMOTION", [], ["orderItemId", "product", "promotion", "quantityOrdered"]],
    ["TAX", ["tax"], ["orderItemId", "product", "quantityOrdered"]],
    ["PAYMENT", ["payment"], ["orderItemId", "product", "quantityOrdered"]],
    ["FULFILLMENT_ORDERS", ["fulfillmentOrders"], ["orderItemId", "product", "quantityOrdered"]],
  ])("%s brings its blocks and no other", async (includedData, blocks, itemBlocks) => {
    const order = await one(includedData === "" ? {} : { includedData })
    const optional = ["programs", "orderAliases"]
    expect(
      Object.keys(order)
        .filter((key) => !optional.includes(key))
        .sort(),
    ).toEqual([...bare, ...blocks].sort())
    const item = (order.orderItems as Json[])[0] ?? {}
    expect(
      Object.keys(item)
        .filter((key) => key !== "programs")
        .sort(),
    ).toEqual(itemBlocks)
  })

  it("leaves personal data out without the restricted role, and says nothing", async () => {
    const plain: Role[] = ["Inventory and Order Tracking"]
    simulator.setRoles("A2SIMULATOR00", plain)
    const order = await one()
    const address = (order.recipient as Json).deliveryAddress as Json
    expect(Object.keys(address).sort()).toEqual(["addressType", "city", "countryCode", "stateOrRegion"])
    expect(order.buyer).toBeUndefined()
    expect(JSON.stringify(order)).not.toContain('giftMessage"')
    simulator.setRoles("A2SIMULATOR00", [])
    expect((await get(simulator, `${ORDERS}/${firstId}`, token)).status).toBe(403)
  })

  it("hides Amazon's and delivered orders' phone", async () => {
    expect(((await one()).recipient as { deliveryAddress: Json }).deliveryAddress.phone).toBeDefined()
    simulator.shipOrder(firstId)
    now += 30 * 86_400_000
    token = await accessToken(simulator)
    expect(((await one()).recipient as { deliveryAddress: Json }).deliveryAddress.phone).toBeUndefined()
  })
})

describe("changes of orders", () => {
  it("are seen after the visibility delay only", async () => {
    simulator.switches.visibilityDelayMs = 60_000
    simulator.cancelOrder(firstId)
    const status = async () => ((await one()).fulfillment as Json).fulfillmentStatus
    expect(await status()).toBe("UNSHIPPED")
    now += 60_000
    expect(await status()).toBe("CANCELLED")
  })

  it("ship by parts, with packages", async () => {
    simulator.updateOrder(firstId, (order) => ({
      ...order,
      orderItems: order.orderItems.map((item) => ({ ...item, quantityOrdered: 2 })),
    }))
    const [item] = simulator.order(firstId).orderItems
    simulator.shipOrder(firstId, { items: [{ orderItemId: item?.orderItemId ?? "", quantity: 1 }] })
    expect(simulator.order(firstId).fulfillment?.fulfillmentStatus).toBe("PARTIALLY_SHIPPED")
    simulator.shipOrder(firstId)
    const shipped = simulator.order(firstId)
    expect(shipped.fulfillment?.fulfillmentStatus).toBe("SHIPPED")
    expect(shipped.packages?.map((parcel) => parcel.packageItems?.[0]?.quantity)).toEqual([1, 1])
    expect(() =>
      simulator.shipOrder(firstId, { items: [{ orderItemId: item?.orderItemId ?? "", quantity: 1 }] }),
    ).toThrow()
  })

  it("do not move a listing that has begun, unless the switch says so", async () => {
    const list = async () => {
      const query = { lastUpdatedAfter: "2026-11-01T00:00:00Z", maxResultsPerPage: "5" }
      const first = await get(simulator, ORDERS, token, query)
      simulator.touch(orders[9]?.orderId ?? "")
      simulator.touch(orders[8]?.orderId ?? "")
      now += 1
      const second = await get(simulator, ORDERS, token, { ...query, paginationToken: nextToken(first) })
      return [...ids(first), ...ids(second)].length
    }
    expect(await list()).toBe(10)
    now += 600_000
    simulator.switches.pageStability = "cursor"
    expect(await list()).toBeLessThan(10)
  })

  it("forget orders older than two years", async () => {
    now = Date.parse("2028-12-01T00:00:00Z")
    token = await accessToken(simulator)
    expect((await get(simulator, `${ORDERS}/${firstId}`, token)).status).toBe(404)
    expect(ids(await get(simulator, ORDERS, token, AFTER))).toEqual([])
  })
})

describe("faults", () => {
  const search = (query: Record<string, string | undefined> = AFTER) => get(simulator, ORDERS, token, query)

  it("come by schedule", async () => {
    simulator.addFault({
      kind: "status",
      status: 503,
      operation: "searchOrders",
      skip: 1,
      every: 2,
      times: 2,
    })
    const statuses: number[] = []
    for (let i = 0; i < 7; i += 1) statuses.push((await search()).status)
    expect(statuses).toEqual([200, 200, 503, 200, 503, 200, 200])
  })

  it.each([
    ["json", expect.stringContaining("InternalFailure")],
    ["empty", ""],
    ["html", expect.stringContaining("<html>")],
  ] as const)("answer 500 with a body that is %s", async (body, text) => {
    simulator.addFault({ kind: "status", status: 500, body })
    const reply = await search()
    expect([reply.status, reply.text]).toEqual([500, text])
  })

  it("throttle, revoke, cut", async () => {
    simulator.addFault({ kind: "throttle" })
    expect(error(await search()).code).toBe("QuotaExceeded")
    simulator.addFault({ kind: "broken-json" })
    const cut = await search()
    expect([cut.status, () => JSON.parse(cut.text)]).toEqual([200, expect.any(Function)])
    expect(() => JSON.parse(cut.text)).toThrow()
    simulator.addFault({ kind: "revoke-token" })
    expect((await search()).status).toBe(403)
    expect((await search()).status).toBe(403)
  })

  it.each(["before", "after", "during"] as const)("drop the connection %s the answer", async (when) => {
    simulator.addFault({ kind: "drop", when, operation: "searchOrders" })
    await expect(search()).rejects.toThrow()
    expect(simulator.calls("searchOrders")).toEqual([
      expect.objectContaining({ status: 0, faults: ["drop"] }),
    ])
    expect((await search()).status).toBe(200)
  })

  it("repeat, leave out and shuffle orders", async () => {
    const pages = async (): Promise<string[]> => {
      const seen: string[] = []
      let paginationToken: string | undefined
      do {
        const reply = await search({ ...AFTER, maxResultsPerPage: "4", paginationToken })
        seen.push(...ids(reply))
        paginationToken = nextToken(reply)
      } while (paginationToken)
      return seen
    }
    const right = await pages()
    simulator.addFault({ kind: "duplicate-orders", times: "always" })
    const doubled = await pages()
    expect(doubled.length).toBeGreaterThan(right.length)
    expect(new Set(doubled)).toEqual(new Set(right))
    simulator.clearFaults()
    simulator.addFault({ kind: "empty-page" })
    expect(await pages()).toEqual(right)
    simulator.addFault({ kind: "reorder", times: 3 })
    expect((await pages()).sort()).toEqual([...right].sort())
    simulator.addFault({ kind: "omit-orders", count: 2 })
    expect(await pages()).toHaveLength(right.length - 2)
    simulator.addFault({ kind: "expire-page-token" })
    const first = await search({ ...AFTER, maxResultsPerPage: "4" })
    expect(
      (await search({ ...AFTER, maxResultsPerPage: "4", paginationToken: nextToken(first) })).status,
    ).toBe(400)
  })

  it("change payloads, by hand and by the fuzzer", async () => {
    simulator.addFault({ kind: "mutate", mutate: (order) => ({ ...order, orderItems: null }) })
    expect((await one()).orderItems).toBeNull()
    const right = JSON.stringify(await one())
    simulator.addFault({ kind: "mutate", changes: 3, times: "always" })
    const changed = new Set<string>()
    for (let i = 0; i < 20; i += 1) changed.add(JSON.stringify(await one()))
    expect(changed.size).toBeGreaterThan(15)
    expect(changed.has(right)).toBe(false)
  })

  it("can be asked for over HTTP", async () => {
    expect(
      (await control("faults", "POST", { kind: "latency", ms: 30, operation: "searchOrders" })).status,
    ).toBe(200)
    const start = performance.now()
    await search()
    expect(performance.now() - start).toBeGreaterThan(25)
    expect((await control("faults", "POST", { kind: "nonsense" })).status).toBe(400)
    const generate = { seed: 9, count: 3, from: "2026-11-03T00:00:00Z", to: "2026-11-04T00:00:00Z" }
    const added = (await (await control("orders", "POST", { generate })).json()) as { orderIds: string[] }
    expect(added.orderIds).toHaveLength(3)
    expect((await control(`orders/${firstId}/cancel`, "POST", {})).status).toBe(200)
    expect(simulator.order(firstId).fulfillment?.fulfillmentStatus).toBe("CANCELLED")
    const seller = {
      sellingPartnerId: "A2CONTROL0001",
      marketplaces: ["US"],
      refreshTokens: ["Atzr|control"],
    }
    expect((await control("sellers", "POST", seller)).status).toBe(200)
    expect((await control("sellers/A2CONTROL0001/sign-in", "POST")).status).toBe(200)
    expect((await control("sellers/NOBODY/sign-in", "POST")).status).toBe(400)
    expect((await control("sellers", "POST", { marketplaces: ["US"] })).status).toBe(400)
    const log = (await (await control("calls", "GET")).json()) as { counts: Record<string, number> }
    expect(log.counts).toEqual({ token: 1, searchOrders: 1 })
  })
})
