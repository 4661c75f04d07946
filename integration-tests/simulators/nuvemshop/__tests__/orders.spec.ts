import { type NuvemshopSimulator, startNuvemshopSimulator } from ".."
import { get, type Json, type Reply, STORE_ID, TOKEN } from "./requests"

const NOW = new Date("2026-11-22T12:00:00Z")
const ids = (reply: Reply): unknown[] => reply.rows.map(({ id }) => id)
const next = (reply: Reply): string | undefined =>
  /<([^>]+)>; rel="next"/.exec(reply.headers.get("link") ?? "")?.[1]

async function startWith(count: number): Promise<NuvemshopSimulator> {
  const simulator = await startNuvemshopSimulator({
    now: () => NOW,
    limits: { requests: { size: 10_000, perSecond: 1000 } },
    stores: [
      {
        id: STORE_ID,
        accessToken: TOKEN,
        locations: [{ name: "Central" }, { name: "Loja" }],
        products: [
          {
            name: "Camiseta",
            attributes: ["Tamanho"],
            variants: [{ sku: "TEE-P", price: "50.00", values: ["P"] }],
          },
          { name: "Caneca", variants: [{ sku: "MUG", barcode: "789", price: "40.00" }] },
        ],
      },
    ],
  })
  simulator.addOrders(
    Array.from({ length: count }, (_, index) => ({
      id: 1000 + index,
      number: 100 + index,
      lines: [{ sku: "MUG" }],
      createdAt: new Date(NOW.getTime() - (count - index) * 60_000),
    })),
  )
  return simulator
}

describe("paging through orders", () => {
  let simulator: NuvemshopSimulator
  beforeAll(async () => {
    simulator = await startWith(450)
  })
  afterAll(() => simulator.close())

  it("begins with the newest thirty, the count and the way on", async () => {
    const reply = await get(simulator, "/orders")
    expect(ids(reply)).toEqual(Array.from({ length: 30 }, (_, index) => 1449 - index))
    expect(reply.headers.get("x-total-count")).toBe("450")
    expect(reply.headers.get("link")).toBe(
      `<${simulator.url}/2025-03/${STORE_ID}/orders?page=2&per_page=30>; rel="next", ` +
        `<${simulator.url}/2025-03/${STORE_ID}/orders?page=15&per_page=30>; rel="last"`,
    )
  })

  it("leads through every order once by the link", async () => {
    const seen: unknown[] = []
    let path: string | undefined = "/orders?per_page=200&fields=id"
    while (path) {
      const reply: Reply = await get(simulator, path)
      seen.push(...ids(reply))
      expect(Object.keys(reply.rows[0] ?? {})).toEqual(["id"])
      path = next(reply)?.replace(`${simulator.url}/2025-03/${STORE_ID}`, "")
    }
    expect(seen).toHaveLength(450)
    expect(new Set(seen).size).toBe(450)
  })

  it("gives no more than 200 to a page, however many are asked for", async () => {
    const reply = await get(simulator, "/orders?per_page=500")
    expect(reply.rows).toHaveLength(200)
    expect(reply.headers.get("link")).toContain('per_page=200&page=2>; rel="next"')
  })

  it("shows the way back on the last page, and is over after it", async () => {
    const last = await get(simulator, "/orders?per_page=200&page=3")
    expect(last.rows).toHaveLength(50)
    expect(last.headers.get("link")).toMatch(/page=1&?.*rel="first", .*page=2&?.*rel="prev"/)
    const past = await get(simulator, "/orders?per_page=200&page=4")
    expect([past.status, past.json.description]).toEqual([404, "Last page is 3"])
  })

  it("answers a query without results with an empty list", async () => {
    const reply = await get(simulator, "/orders?since_id=9999")
    expect([reply.status, reply.text, reply.headers.get("link")]).toEqual([200, "[]", null])
  })
})

describe("the ten thousand results that a query reaches", () => {
  let simulator: NuvemshopSimulator
  beforeAll(async () => {
    simulator = await startWith(10_050)
  })
  afterAll(() => simulator.close())

  it("ends the way on at ten thousand though there are more", async () => {
    const reply = await get(simulator, "/orders?per_page=200&page=50&fields=id")
    expect([reply.rows.length, reply.headers.get("x-total-count"), next(reply)]).toEqual([
      200,
      "10050",
      undefined,
    ])
  })

  it("tells no more than those where its total is capped", async () => {
    simulator.switches.orderTotals = "reachable"
    const reply = await get(simulator, "/orders?per_page=200&page=50&fields=id")
    simulator.switches.orderTotals = "all"
    expect([reply.headers.get("x-total-count"), next(reply)]).toEqual(["10000", undefined])
  })

  it("refuses a page beyond them", async () => {
    expect((await get(simulator, "/orders?per_page=200&page=51")).status).toBe(422)
  })

  it("reaches the rest by a window of time", async () => {
    const bound = new Date(NOW.getTime() - 10_000 * 60_000).toISOString()
    const reply = await get(simulator, `/orders?per_page=200&created_at_max=${bound}`)
    expect(reply.headers.get("x-total-count")).toBe("51")
  })
})

describe("filters of the order list", () => {
  let simulator: NuvemshopSimulator
  const found = async (query: string): Promise<unknown[]> =>
    ids(await get(simulator, `/orders?${query}`)).sort()

  beforeAll(async () => {
    simulator = await startWith(0)
    const at = (text: string): Date => new Date(`2026-11-${text}Z`)
    simulator.addOrders([
      { id: 1, number: 100, lines: [{ sku: "MUG" }], createdAt: at("01T10:00:00") },
      {
        id: 2,
        number: 101,
        lines: [{ sku: "MUG", quantity: 5 }],
        payment: "pending",
        gateway: "offline",
        createdAt: at("02T10:00:00"),
        buyer: { name: "João Araújo", email: "joao@example.com" },
      },
      {
        id: 3,
        number: 102,
        lines: [{ sku: "TEE-P" }],
        storefront: "pos",
        createdAt: at("03T10:00:00"),
        paidAt: at("05T08:00:00"),
      },
    ])
    simulator.cancelOrder(1)
    simulator.shipOrder(3)
  })
  afterAll(() => simulator.close())

  it.each([
    ["status=open", [2, 3]],
    ["status=cancelled", [1]],
    ["payment_status=paid", [1, 3]],
    ["payment_status=pending", [2]],
    ["shipping_status=fulfilled", [3]],
    ["shipping_status=unpacked", [1, 2]],
    ["channels=pos", [3]],
    ["since_id=1", [2, 3]],
    ["q=101", [2]],
    ["q=araújo", [2]],
    ["q=joao@", [2]],
    ["total_min=60", [2]],
    ["payment_provider=offline", [2]],
    ["created_at_min=2026-11-02T10:00:00Z&created_at_max=2026-11-02T10:00:00Z", [2]],
    ["updated_at_max=2026-11-04", [2]],
    ["updated_at_min=2026-11-22T12:00:00%2B0000", [1, 3]],
  ])("%s finds %j", async (query, expected) => {
    expect(await found(query)).toEqual(expected)
  })
})

describe("the oddities of an order", () => {
  let simulator: NuvemshopSimulator
  const shown = async (id: number, query = "", version = "2025-03"): Promise<Json> =>
    (await get(simulator, `/orders/${id}${query}`, { version })).json
  let id: number

  beforeAll(async () => {
    simulator = await startWith(0)
    id = simulator.placeOrder({
      lines: [{ sku: "TEE-P", quantity: 2 }, { sku: "TEE-P" }, { sku: "MUG", gift: true }],
      discounts: { promotion: "5.00", coupon: "2.00", gateway: "1.00" },
      shipping: { cost: "12.50", merchantCost: "20.00" },
      packages: 2,
      installments: 3,
    }).id
  })
  afterAll(() => simulator.close())
  afterEach(() => {
    Object.assign(simulator.switches, {
      lineIds: "number",
      variantIds: "number",
      quantities: "number",
      fulfillmentsField: "fulfillments",
    })
  })

  it("writes times without a colon in the offset, and completed_at as an object", async () => {
    const order = await shown(id)
    expect(order.created_at).toBe("2026-11-22T12:00:00+0000")
    expect(order.completed_at).toEqual({
      date: "2026-11-22 12:00:00.000000",
      timezone_type: 3,
      timezone: "UTC",
    })
  })

  it("adds up with the shipping of the fulfillment orders, which the order itself does not show", async () => {
    const order = await shown(id, "?aggregates=fulfillment_orders")
    expect([order.subtotal, order.discount, order.total]).toEqual(["150.00", "8.00", "154.50"])
    expect([order.discount_coupon, order.discount_gateway]).toEqual(["2.00", "1.00"])
    expect(order.promotional_discount).toMatchObject({ total_discount_amount: "5.00" })
    const costs = (order.fulfillments as Json[]).map((one) => (one.shipping as Json).consumer_cost)
    expect(costs).toEqual([
      { value: 12.5, currency: "BRL" },
      { value: 0, currency: "BRL" },
    ])
    expect(Object.keys(order).filter((name) => name.startsWith("shipping_"))).toEqual([
      "shipping_address",
      "shipping_status",
    ])
  })

  it("shows shipping on the order to the legacy version only", async () => {
    const order = await shown(id, "", "v1")
    expect([order.shipping_cost_customer, order.shipping_cost_owner]).toEqual(["12.50", "20.00"])
    expect([order.shipping_pickup_type, order.next_action]).toEqual(["ship", "waiting_packing"])
  })

  it("names fulfillment orders by id unless they are asked for, in the field a switch chooses", async () => {
    expect((await shown(id)).fulfillments).toEqual(simulator.order(id).fulfillmentOrders.map((one) => one.id))
    simulator.switches.fulfillmentsField = "fulfillment_orders"
    const order = await shown(id, "?aggregates=fulfillment_orders")
    expect(order).not.toHaveProperty("fulfillments")
    expect(order.fulfillment_orders).toHaveLength(2)
  })

  it("has several lines of one variant, a gift, and the variant's value in the name", async () => {
    const lines = (await shown(id)).products as Json[]
    expect(lines.map(({ name, price, quantity }) => [name, price, quantity])).toEqual([
      ["Camiseta (P)", "50.00", 2],
      ["Camiseta (P)", "50.00", 1],
      ["Caneca", "0.00", 1],
    ])
    expect(new Set(lines.map((line) => line.id)).size).toBe(3)
    expect(lines[0]?.variant_id).toBe(lines[1]?.variant_id)
  })

  it("writes ids and quantities as numbers, texts, or beyond the precision of a double", async () => {
    Object.assign(simulator.switches, { lineIds: "string", variantIds: "string", quantities: "string" })
    const [line] = (await shown(id)).products as Json[]
    expect([typeof line?.id, typeof line?.variant_id, line?.quantity]).toEqual(["string", "string", "2"])
    simulator.switches.lineIds = "int64"
    const { text } = await get(simulator, `/orders/${id}`)
    const [, digits = "0"] = /"products":\[\{"id":(\d+),/.exec(text) ?? []
    expect(BigInt(digits) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true)
  })

  it("may have no customer, no buyer, and whatever a test wants to see", async () => {
    const bare = simulator.placeOrder({
      lines: [{ sku: "MUG" }],
      buyer: null,
      shownAs: { completed_at: null },
    })
    expect(await shown(bare.id)).toMatchObject({ customer: null, contact_name: null, completed_at: null })
  })

  it("makes a product for a line that the store did not sell before", async () => {
    const order = simulator.placeOrder({ lines: [{ sku: "NEW-1", name: "Vela", price: "9.90" }] })
    expect((await shown(order.id)).products).toMatchObject([{ name: "Vela", sku: "NEW-1", price: "9.90" }])
    expect((await get(simulator, "/products/sku/NEW-1")).json.name).toMatchObject({ pt: "Vela" })
  })
})
