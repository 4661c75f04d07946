import { type AmazonSimulator, generateOrders, NO_SHARES, type Order, startAmazonSimulator } from ".."
import { accessToken, control, error, get, type Json, type Reply } from "./requests"

const SUMMARIES = "/fba/inventory/v1/summaries"
const US = "ATVPDKIKX0DER"
const DE = "A1PA6795UKMFR9"
const FR = "A13V1IB3VIYZZH"
const NOW = Date.parse("2026-11-20T12:00:00Z")
const ROOMY = { rate: 1000, burst: 1000 }

let simulator: AmazonSimulator
let token: string
let now = NOW

const query = (marketplaceId: string, more: Record<string, string> = {}) => ({
  granularityType: "Marketplace",
  granularityId: marketplaceId,
  marketplaceIds: marketplaceId,
  ...more,
})
const read = (more: Record<string, string> = {}, marketplaceId = US) =>
  get(simulator, SUMMARIES, token, query(marketplaceId, more))
const rows = (reply: Reply) => (reply.json.payload as Json).inventorySummaries as Json[]
const skus = (reply: Reply) => rows(reply).map((row) => String(row.sellerSku))
const tokenOf = (reply: Reply) => String((reply.json.pagination as Json).nextToken)
const mugs = () => {
  const { fulfillable, pendingCustomerOrder } = simulator.fba().item("MUG", "US")
  return { fulfillable, pendingCustomerOrder }
}
const anOrder = (status: "UNSHIPPED" | "SHIPPED" | "PENDING_AVAILABILITY"): Order => {
  const mix = {
    fbaShare: 1,
    statuses: { [status]: 1 },
    lines: { min: 1, max: 1 },
    quantity: { min: 3, max: 3 },
  }
  const bounds = { from: "2026-11-19T00:00:00Z", to: "2026-11-19T01:00:00Z" }
  const options = { seed: status, count: 1, ...bounds, marketplaces: ["US"], skus: ["MUG"] }
  const [order] = generateOrders({ ...options, mix: { ...mix, shares: NO_SHARES } }).orders
  if (!order) throw new Error("No order was generated.")
  return order
}

beforeEach(async () => {
  now = NOW
  simulator = await startAmazonSimulator({
    now: () => new Date(now),
    limits: { getInventorySummaries: ROOMY },
  })
  simulator.fba().set({
    sku: "MUG",
    marketplace: "US",
    title: "Mug",
    fulfillable: 10,
    inboundShipped: 4,
    pendingTransshipment: 2,
    researching: 1,
    unfulfillable: { customerDamaged: 2, expired: 1 },
  })
  token = await accessToken(simulator)
})
afterEach(() => simulator.close())

it("answers what Amazon holds, in detail only where it is asked for", async () => {
  const [plain] = rows(await read())
  expect(plain).toEqual(expect.objectContaining({ sellerSku: "MUG", productName: "Mug", totalQuantity: 20 }))
  expect(plain?.inventoryDetails).toBeUndefined()
  const [detailed] = rows(await read({ details: "true" }))
  expect(detailed?.inventoryDetails).toEqual({
    fulfillableQuantity: 10,
    inboundWorkingQuantity: 0,
    inboundShippedQuantity: 4,
    inboundReceivingQuantity: 0,
    reservedQuantity: {
      totalReservedQuantity: 2,
      pendingCustomerOrderQuantity: 0,
      pendingTransshipmentQuantity: 2,
      fcProcessingQuantity: 0,
    },
    researchingQuantity: expect.objectContaining({ totalResearchingQuantity: 1 }),
    unfulfillableQuantity: expect.objectContaining({
      totalUnfulfillableQuantity: 3,
      customerDamagedQuantity: 2,
      expiredQuantity: 1,
    }),
  })
})

it.each([
  ["no granularity", { granularityType: undefined }],
  ["another granularity", { granularityType: "Seller" }],
  ["no granularity id", { granularityId: undefined }],
  ["another marketplace as granularity", { granularityId: DE }],
  ["no marketplace", { marketplaceIds: undefined }],
  ["two marketplaces", { marketplaceIds: `${US},${DE}` }],
  ["an unknown marketplace", { marketplaceIds: "AXXXXXXXXXXXX", granularityId: "AXXXXXXXXXXXX" }],
  ["details that are no boolean", { details: "yes" }],
  ["a start without a time zone", { startDateTime: "2026-11-01T00:00:00" }],
  ["a start of more than 18 months ago", { startDateTime: "2025-05-20T11:59:59Z" }],
  ["51 SKUs", { sellerSkus: Array.from({ length: 51 }, (_, index) => `S${index}`).join(",") }],
  ["one SKU and several", { sellerSku: "MUG", sellerSkus: "MUG" }],
  ["an unknown parameter", { sellerSKU: "MUG" }],
  ["a token it did not give", { nextToken: "abc" }],
])("refuses %s", async (_, change) => {
  const reply = await get(simulator, SUMMARIES, token, { ...query(US), ...change })
  expect([reply.status, error(reply).code]).toEqual([400, "InvalidInput"])
})

it("takes a start of 18 months ago", async () => {
  expect((await read({ startDateTime: "2025-05-20T12:00:00Z" })).status).toBe(200)
})

it("tells a seller without FBA by InvalidInput, and one with nothing in stock by an empty list", async () => {
  const refreshTokens = ["Atzr|other"]
  simulator.addSeller({ sellingPartnerId: "A2WITHOUT", refreshTokens, marketplaces: ["US"] })
  token = await accessToken(simulator, "Atzr|other")
  expect(error(await read()).code).toBe("InvalidInput")
  simulator.fba("A2WITHOUT").use()
  expect(rows(await read())).toEqual([])
})

it("wants the role and the marketplace of the seller", async () => {
  simulator.setRoles("A2SIMULATOR00", ["Product Listing"])
  expect([(await read()).status, error(await read()).details]).toEqual([
    403,
    expect.stringContaining("Amazon Fulfillment"),
  ])
  simulator.setRoles("A2SIMULATOR00", ["Amazon Fulfillment"])
  expect((await read({}, "A39IBJ37TRP1C6")).status).toBe(403)
})

it("has the published limit of two calls", async () => {
  simulator.setLimit("getInventorySummaries", { rate: 2, burst: 2 })
  const statuses = [await read(), await read(), await read()].map(({ status }) => status)
  expect(statuses).toEqual([200, 200, 429])
})

describe("pages", () => {
  beforeEach(() => {
    const names = Array.from({ length: 120 }, (_, index) => `SKU-${String(index).padStart(3, "0")}`)
    simulator.fba().set(...names.map((sku) => ({ sku, marketplace: "US", fulfillable: 1 })))
  })

  it("hold fifty rows, and all of them together every SKU once", async () => {
    const seen: string[] = []
    const sizes: number[] = []
    let nextToken: string | undefined
    do {
      const reply: Reply = await read(nextToken === undefined ? {} : { nextToken })
      seen.push(...skus(reply))
      sizes.push(rows(reply).length)
      nextToken = (reply.json.pagination as Json | undefined)?.nextToken as string | undefined
    } while (nextToken !== undefined)
    expect(sizes).toEqual([50, 50, 21])
    expect(new Set(seen).size).toBe(121)
  })

  it("have tokens that die after thirty seconds", async () => {
    const nextToken = tokenOf(await read())
    now += 29_999
    expect((await read({ nextToken })).status).toBe(200)
    now += 1
    expect(error(await read({ nextToken })).code).toBe("InvalidInput")
  })

  it("have tokens for the same parameters only", async () => {
    const startDateTime = "2026-11-01T00:00:00Z"
    const nextToken = tokenOf(await read({ startDateTime }))
    expect((await read({ nextToken })).status).toBe(400)
    expect((await read({ nextToken, startDateTime, details: "true" })).status).toBe(400)
    expect((await read({ nextToken, startDateTime })).status).toBe(200)
  })

  it("are cut to the SKUs asked for", async () => {
    expect(skus(await read({ sellerSkus: "SKU-001,SKU-119,NOTHING" }))).toEqual(["SKU-001", "SKU-119"])
    expect(skus(await read({ sellerSku: "MUG" }))).toEqual(["MUG"])
  })
})

it("finds what changed since a time, without changes of what is on its way", async () => {
  simulator.fba().set({ sku: "CAP", marketplace: "US", fulfillable: 1 })
  now += 60_000
  const startDateTime = new Date(now).toISOString()
  expect(skus(await read({ startDateTime }))).toEqual([])
  simulator.fba().announce("CAP", "US", 5)
  simulator.fba().adjust("MUG", "US", -1)
  expect(skus(await read({ startDateTime }))).toEqual(["MUG"])
})

it.each([
  ["separate", [1, 0]],
  ["pan-eu", [1, 1]],
] as const)("shows a %s stock in two marketplaces as it is", async (fbaPool, counts) => {
  simulator.switches.fbaPool = fbaPool
  simulator.fba().set({ sku: "CAP", marketplace: "DE", fulfillable: 7 })
  expect([rows(await read({}, DE)).length, rows(await read({}, FR)).length]).toEqual(counts)
})

it("may leave a SKU out, though it is held", async () => {
  simulator.addFault({ kind: "omit-rows", operation: "getInventorySummaries" })
  expect([skus(await read()), skus(await read())]).toEqual([[], ["MUG"]])
})

describe("orders that Amazon fulfils", () => {
  it("set units aside, let them leave when shipped, and give them back when cancelled", () => {
    const order = anOrder("UNSHIPPED")
    simulator.addOrders([order])
    expect(mugs()).toEqual({ fulfillable: 7, pendingCustomerOrder: 3 })
    const [item] = order.orderItems
    simulator.shipOrder(order.orderId, { items: [{ orderItemId: item?.orderItemId ?? "", quantity: 1 }] })
    expect(mugs()).toEqual({ fulfillable: 7, pendingCustomerOrder: 2 })
    simulator.cancelOrder(order.orderId)
    expect(mugs()).toEqual({ fulfillable: 9, pendingCustomerOrder: 0 })
  })

  it("take the units at once when they come shipped, and none while they wait for stock", () => {
    simulator.addOrders([anOrder("PENDING_AVAILABILITY")])
    expect(mugs()).toEqual({ fulfillable: 10, pendingCustomerOrder: 0 })
    simulator.addOrders([anOrder("SHIPPED")])
    expect(mugs()).toEqual({ fulfillable: 7, pendingCustomerOrder: 0 })
  })

  it("take their units when they are shipped, if they are older than the stock", () => {
    const order = anOrder("UNSHIPPED")
    simulator.addOrders([order])
    simulator.fba().set({ sku: "MUG", marketplace: "US", fulfillable: 10 })
    simulator.shipOrder(order.orderId)
    expect(mugs()).toEqual({ fulfillable: 7, pendingCustomerOrder: 0 })
  })

  it("leave a movement for what was shipped", () => {
    const order = anOrder("SHIPPED")
    simulator.addOrders([order])
    expect(simulator.fba().ledger()).toEqual([
      expect.objectContaining({ type: "Shipments", sku: "MUG", quantity: -3, referenceId: order.orderId }),
    ])
  })

  it("are refused when Amazon holds too little", () => {
    simulator.fba().change("MUG", "US", { fulfillable: 2 })
    expect(() => simulator.addOrders([anOrder("UNSHIPPED")])).toThrow("too few units")
  })
})

it("is set and moved from another process", async () => {
  await control(simulator, "POST", "fba", { stock: [{ sku: "A/B", marketplace: "DE", fulfillable: 5 }] })
  const move = (action: string, body: Json) =>
    control(simulator, "POST", `fba/A%2FB/${action}`, { marketplace: "DE", ...body })
  await move("announce", { quantity: 6 })
  await move("receive", { quantity: 6, referenceId: "FBA1" })
  await move("adjust", { quantity: -2, reason: "M" })
  await move("return", { quantity: 1, state: "customerDamaged" })
  await move("ship", { quantity: 3 })
  await move("change", { change: { researching: 1 } })
  const { stock, ledger } = (await control(simulator, "GET", "fba?marketplace=DE")).json
  expect(stock).toEqual([
    expect.objectContaining({
      sku: "A/B",
      fulfillable: 6,
      inboundShipped: 0,
      researching: 1,
      unfulfillable: { customerDamaged: 1 },
    }),
  ])
  expect((ledger as Json[]).map(({ type, quantity }) => [type, quantity])).toEqual([
    ["Receipts", 6],
    ["Adjustments", -2],
    ["CustomerReturns", 1],
    ["Shipments", -3],
  ])
  expect((await move("adjust", { quantity: -7 })).status).toBe(400)
})
