import { type NuvemshopSimulator, startNuvemshopSimulator } from ".."
import { call, type CallInit, get, STORE_ID, TOKEN } from "./requests"

describe("the Nuvemshop simulator refuses what the platform refuses", () => {
  let simulator: NuvemshopSimulator

  beforeAll(async () => {
    simulator = await startNuvemshopSimulator({
      limits: { requests: { size: 10_000, perSecond: 1000 } },
      stores: [
        {
          id: STORE_ID,
          accessToken: TOKEN,
          products: [{ name: "Caneca", variants: [{ sku: "MUG", price: "40.00" }] }],
        },
      ],
    })
    simulator.placeOrder({ lines: [{ sku: "MUG" }] })
  })
  afterAll(() => simulator.close())
  afterEach(() => {
    simulator.switches.authHeader = "both"
    simulator.switches.unknownParameters = "ignore"
    simulator.switches.emptyLists = "list"
  })

  const bearer = (value: string): CallInit => ({ token: null, headers: { authorization: value } })
  const legacy = (value: string): CallInit => ({ token: null, headers: { authentication: value } })

  it.each<[string, CallInit, number]>([
    ["no User-Agent", { headers: { "user-agent": "" } }, 400],
    ["a User-Agent without a contact", { headers: { "user-agent": "Tests" } }, 400],
    ["a contact without a name", { headers: { "user-agent": "(tests@example.com)" } }, 400],
    ["a contact that nobody can be reached by", { headers: { "user-agent": "Tests (me)" } }, 400],
    ["no token", { token: null }, 401],
    ["an unknown token", { token: "nope" }, 401],
    ["a token without its scheme", bearer(TOKEN), 401],
    ["the scheme in small letters", bearer(`bearer ${TOKEN}`), 401],
    ["another scheme", bearer(`Token ${TOKEN}`), 401],
    ["the legacy header in capitals", legacy(`Bearer ${TOKEN}`), 401],
    ["a version that does not exist", { version: "2024-01" }, 404],
  ])("refuses %s", async (_, init, status) => {
    const reply = await get(simulator, "/store", init)
    expect([reply.status, reply.json.code]).toEqual([status, status])
  })

  it.each(["Tests (tests@example.com)", "My App (https://example.com/contact)"])(
    "knows an application by its name and contact: %s",
    async (agent) => {
      expect((await get(simulator, "/store", { headers: { "user-agent": agent } })).status).toBe(200)
    },
  )

  it("answers a list without anything as the switch says", async () => {
    const page = (path: string) => get(simulator, path)
    for (const path of ["/webhooks", "/orders?created_at_max=2000-01-01", "/products?ids=999"]) {
      const empty = await page(path)
      expect([empty.status, empty.rows, empty.headers.get("x-total-count")]).toEqual([200, [], "0"])
      simulator.switches.emptyLists = "not-found"
      const { status, json } = await page(path)
      expect([status, json.description]).toEqual([404, "Last page is 0"])
      simulator.switches.emptyLists = "list"
    }
  })

  it("says that the token is invalid", async () => {
    const { json } = await get(simulator, "/store", { token: "nope" })
    expect(json).toEqual({ code: 401, message: "Unauthorized", description: "Invalid access token" })
  })

  it.each<["both" | "authorization" | "authentication", CallInit, number]>([
    ["both", bearer(`Bearer ${TOKEN}`), 200],
    ["both", legacy(`bearer ${TOKEN}`), 200],
    ["authorization", bearer(`Bearer ${TOKEN}`), 200],
    ["authorization", legacy(`bearer ${TOKEN}`), 401],
    ["authentication", legacy(`bearer ${TOKEN}`), 200],
    ["authentication", bearer(`Bearer ${TOKEN}`), 401],
  ])("with the switch %s knows its own token header only (%#)", async (authHeader, init, status) => {
    simulator.switches.authHeader = authHeader
    expect((await get(simulator, "/store", init)).status).toBe(status)
  })

  it.each(["2025-03", "v1", "unstable"])("serves version %s", async (version) => {
    expect((await get(simulator, "/orders", { version })).status).toBe(200)
  })

  it("refuses a store that the token is not for", async () => {
    simulator.addStore({ id: 77 })
    const response = await fetch(`${simulator.url}/2025-03/77/store`, {
      headers: { authorization: `Bearer ${TOKEN}`, "user-agent": "Tests (tests@example.com)" },
    })
    expect(response.status).toBe(401)
  })

  it.each<[string, string | null]>([
    ["no content type", null],
    ["a form", "application/x-www-form-urlencoded"],
  ])("refuses a body with %s with 415", async (_, contentType) => {
    const reply = await call(simulator, "POST", "/webhooks", "{}", { contentType })
    expect(reply.status).toBe(415)
  })

  it("refuses broken JSON with 400 and its own shape", async () => {
    const reply = await call(simulator, "POST", "/webhooks", "{")
    expect([reply.status, reply.json]).toEqual([400, { error: "Problems parsing JSON" }])
  })

  it.each([
    "created_at_min=yesterday",
    "created_at_min=2026-02-30",
    "updated_at_min=2026-01-01T25:00:00Z",
    "updated_at_min=2026-01-01T10:00:00+01:00",
    "since_id=abc",
    "page=0",
    "per_page=x",
    "per_page=0",
    "status=done",
    "payment_status=payed",
    "shipping_status=shipped",
    "channels=shop",
    "aggregates=everything",
    "total_min=ten",
    "customer_ids=1,x",
  ])("refuses the malformed parameter %s with 422", async (query) => {
    const reply = await get(simulator, `/orders?${query}`)
    const [name = ""] = query.split("=")
    expect([reply.status, Object.keys(reply.json)]).toEqual([422, expect.arrayContaining([name])])
  })

  it.each([
    "created_at_min=2026-01-01",
    "updated_at_min=2026-01-01T10:00:00Z",
    "updated_at_min=2026-01-01T10:00:00%2B0000",
    "updated_at_min=2026-01-01T10:00:00.123-03:00",
    "status=any",
    "payment_status=paid,pending",
    "channels=store,api",
  ])("takes %s", async (query) => {
    expect((await get(simulator, `/orders?${query}`)).status).toBe(200)
  })

  it("ignores a parameter it does not know, unless it is told to refuse it", async () => {
    expect((await get(simulator, "/orders?nonsense=1")).status).toBe(200)
    simulator.switches.unknownParameters = "refuse"
    expect((await get(simulator, "/orders?nonsense=1")).status).toBe(422)
    expect((await get(simulator, "/orders?page=1")).status).toBe(200)
  })

  it.each([
    ["GET", "/orders/1"],
    ["GET", "/products/1"],
    ["GET", "/products/sku/NOPE"],
    ["GET", "/locations/nope"],
    ["GET", "/webhooks/1"],
    ["GET", "/customers/1"],
    ["GET", "/nothing"],
    ["POST", "/orders/1/pack"],
  ])("answers %s %s with 404", async (method, path) => {
    expect((await call(simulator, method, path)).status).toBe(404)
  })

  it("answers HEAD like GET without a body", async () => {
    const reply = await call(simulator, "HEAD", "/orders")
    expect([reply.status, reply.headers.get("x-total-count"), reply.text]).toEqual([200, "1", ""])
  })

  it("gives the store's main language with every answer", async () => {
    expect((await get(simulator, "/store")).headers.get("x-main-language")).toBe("pt")
  })
})

describe("what an application may see follows from its scopes", () => {
  let simulator: NuvemshopSimulator
  const withScopes = async (...scopes: Parameters<typeof scopesOf>): Promise<string> => {
    simulator.app().scopes = scopesOf(...scopes)
    return simulator.install()
  }

  beforeAll(async () => {
    simulator = await startNuvemshopSimulator({
      stores: [{ id: STORE_ID, products: [{ name: "Caneca", variants: [{ sku: "MUG" }] }] }],
    })
    simulator.placeOrder({ lines: [{ sku: "MUG" }] })
  })
  afterAll(() => simulator.close())

  it("refuses a call without its scope with 403", async () => {
    const token = await withScopes("read_products")
    const orders = await get(simulator, "/orders", { token })
    expect([orders.status, orders.json.description]).toEqual([403, "Missing a required scope: read_orders"])
    expect((await call(simulator, "POST", "/products", { name: "X" }, { token })).status).toBe(403)
    expect((await get(simulator, "/products", { token })).status).toBe(200)
  })

  it("brings fulfillment orders with orders, and locations with products", async () => {
    const token = await withScopes("write_orders")
    const [order] = simulator.orderIds()
    expect((await get(simulator, `/orders/${order}/fulfillment-orders`, { token })).status).toBe(200)
    expect((await get(simulator, "/locations", { token })).status).toBe(403)
    const other = await withScopes("read_products")
    expect((await get(simulator, "/locations", { token: other })).status).toBe(200)
  })

  it("leaves the customer out of orders without read_customers", async () => {
    const [order] = simulator.orderIds()
    const blind = await get(simulator, `/orders/${order}`, { token: await withScopes("read_orders") })
    expect(blind.json).not.toHaveProperty("customer")
    const token = await withScopes("read_orders", "read_customers")
    const seeing = await get(simulator, `/orders/${order}`, { token })
    expect(seeing.json.customer).toMatchObject({ name: "Maria Souza", identification: "52998224725" })
  })

  it("serves fulfillment orders only to a store that has them", async () => {
    const token = await withScopes("write_orders")
    simulator.store().features = ["inventory-levels"]
    const [order] = simulator.orderIds()
    expect((await get(simulator, `/orders/${order}/fulfillment-orders`, { token })).status).toBe(403)
  })
})

function scopesOf(
  ...scopes: ("read_products" | "read_orders" | "write_orders" | "read_customers")[]
): typeof scopes {
  return scopes
}
