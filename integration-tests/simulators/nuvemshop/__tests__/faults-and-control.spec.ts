import { type Fault, type NuvemshopSimulator, startNuvemshopSimulator } from ".."
import { call, control, get, type Json, type Receiver, startReceiver, STORE_ID, TOKEN } from "./requests"

describe("faults and the control endpoints", () => {
  let simulator: NuvemshopSimulator

  beforeEach(async () => {
    simulator = await startNuvemshopSimulator({
      limits: { requests: { size: 10_000, perSecond: 1000 } },
      stores: [
        {
          id: STORE_ID,
          accessToken: TOKEN,
          products: [{ name: "Caneca", variants: [{ id: 3, sku: "MUG", stock: 50 }] }],
        },
      ],
    })
  })
  afterEach(() => simulator.close())

  const place = (): number => simulator.placeOrder({ lines: [{ sku: "MUG" }] }).id
  const note = (id: number): ReturnType<typeof call> =>
    call(simulator, "PUT", `/orders/${id}`, { owner_note: "done" })

  it.each<[string, Fault, number]>([
    ["a 500 at the first try", { kind: "status", status: 500 }, 500],
    ["a 503 of the edge", { kind: "status", status: 503, body: "html" }, 503],
    ["a 429 burst", { kind: "throttle", resetMs: 250 }, 429],
  ])("%s passes by", async (_, fault, status) => {
    simulator.addFault({ ...fault, operation: "listOrders" })
    const first = await get(simulator, "/orders")
    expect(first.status).toBe(status)
    if (status === 429) expect(first.headers.get("x-rate-limit-reset")).toBe("250")
    expect((await get(simulator, "/store")).status).toBe(200)
    expect((await get(simulator, "/orders")).status).toBe(200)
    expect(simulator.calls("listOrders").map((record) => record.status)).toEqual([status, 200])
  })

  it("drops an answer before anything is done, or after everything is", async () => {
    const id = place()
    simulator.addFault({ kind: "drop", when: "before", operation: "updateOrder" })
    await expect(note(id)).rejects.toThrow()
    expect(simulator.order(id).ownerNote).toBeNull()
    simulator.addFault({ kind: "drop", when: "after", operation: "updateOrder" })
    await expect(note(id)).rejects.toThrow()
    expect(simulator.order(id).ownerNote).toBe("done")
  })

  it("answers an error though it was done", async () => {
    const id = place()
    simulator.addFault({ kind: "status", status: 502, when: "after", operation: "updateOrder" })
    expect((await note(id)).status).toBe(502)
    expect(simulator.order(id).ownerNote).toBe("done")
  })

  it("cuts the JSON of an answer, or the connection in its middle", async () => {
    simulator.addFault({ kind: "broken-json" })
    const { text } = await get(simulator, "/store")
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError)
    simulator.addFault({ kind: "drop", when: "during" })
    await expect(get(simulator, "/store")).rejects.toThrow()
  })

  it("is late", async () => {
    simulator.addFault({ kind: "latency", ms: 80 })
    const startedAt = Date.now()
    await get(simulator, "/store")
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(70)
  })

  it("revokes the token in the middle of the work", async () => {
    simulator.addFault({ kind: "revoke-token", skip: 1 })
    const statuses = [1, 2, 3].map(async () => (await get(simulator, "/store")).status)
    expect((await Promise.all(statuses)).sort()).toEqual([200, 401, 401])
  })

  it("leaves rows out of a list, doubles and shuffles them, and changes fields", async () => {
    const ids = Array.from({ length: 12 }, place).reverse()
    const listed = async (): Promise<unknown[]> => (await get(simulator, "/orders")).rows.map((row) => row.id)
    simulator.addFault({ kind: "omit-rows", count: 2 })
    expect(await listed()).toEqual(ids.slice(2))
    simulator.addFault({ kind: "duplicate-rows" })
    expect(await listed()).toEqual([ids[0], ...ids])
    simulator.addFault({ kind: "reorder" })
    const shuffled = await listed()
    expect(shuffled).not.toEqual(ids)
    expect(new Set(shuffled)).toEqual(new Set(ids))
    simulator.addFault({ kind: "set-order-fields", fields: { products: null } })
    expect((await get(simulator, "/orders")).rows[0]).toMatchObject({ products: null })
  })

  it("refuses at the token endpoint", async () => {
    simulator.addFault({ kind: "oauth-error", error: "server_error" })
    const init = { method: "POST", body: "{}", headers: { "content-type": "application/json" } }
    const response = await fetch(`${simulator.authUrl}/apps/authorize/token`, init)
    expect(await response.json()).toMatchObject({ error: "server_error" })
  })

  it("keeps secrets out of the log of calls", async () => {
    await get(simulator, "/orders?page=1")
    await fetch(`${simulator.authUrl}/apps/29001/authorize?state=very-secret`)
    const log = JSON.stringify(simulator.calls())
    expect(log).toContain('"page":"1"')
    expect(log).not.toContain("very-secret")
    expect(log).not.toContain(TOKEN)
  })

  it("does over HTTP what it does as a library: an order's life", async () => {
    const lines = [{ sku: "MUG", quantity: 2 }]
    const placed = await control(simulator, "POST", "orders", { lines, payment: "pending" })
    const [summary] = placed.json.orders as Json[]
    expect(summary).toMatchObject({ number: 100, total: "20.00", order: { payment_status: "pending" } })
    const path = `orders/${String(summary?.id)}`
    expect((await control(simulator, "POST", `${path}/pay`, {})).json.order).toMatchObject({
      payment_status: "paid",
    })
    await control(simulator, "POST", `${path}/ship`, { trackingCode: "AA1" })
    await control(simulator, "POST", `${path}/show`, { contact_name: "Outra pessoa" })
    await control(simulator, "POST", `${path}/cancel`, { reason: "inventory" })
    const { json } = await control(simulator, "GET", path)
    expect(json.order).toMatchObject({ status: "cancelled", contact_name: "Outra pessoa" })
    const effects = await control(simulator, "GET", `effects?orderId=${String(summary?.id)}`)
    expect(effects.json.dispatches).toMatchObject([{ times: 1, trackingCodes: ["AA1"] }])
    const generate = {
      seed: 1,
      count: 3,
      from: "2026-11-01",
      to: "2026-11-02",
      products: [{ name: "Caneca", variants: [{ sku: "MUG" }] }],
    }
    const generated = await control(simulator, "POST", "orders", { generate })
    expect(generated.json.expected).toHaveLength(3)
    expect((await control(simulator, "GET", "orders")).json.orders).toHaveLength(4)
  })

  it("does over HTTP what it does as a library: installs, webhooks and time", async () => {
    const receiver: Receiver = await startReceiver()
    const { url } = receiver
    const privacyUrls = { storeRedact: url, customersRedact: url, customersDataRequest: url }
    await control(simulator, "PATCH", "app", { redirectUrl: "http://localhost:9/back", privacyUrls })
    const install = await control(simulator, "POST", `stores/${STORE_ID}/install`, { state: "s" })
    expect(String(install.json.url)).toMatch(/^http:\/\/localhost:9\/back\?code=[0-9a-f]+&state=s$/)
    await call(simulator, "POST", "/webhooks", { event: "order/created", url })
    await control(simulator, "POST", "webhooks/hold")
    await control(simulator, "POST", "orders", { lines: [{ sku: "MUG" }] })
    await control(simulator, "POST", "webhooks/release", { copies: 2 })
    expect(receiver.received).toHaveLength(2)
    receiver.answers.push(500, 500)
    await control(simulator, "POST", `stores/${STORE_ID}/store-redact`)
    expect((await control(simulator, "POST", "webhooks/settle")).json.pending).toBe(1)
    await control(simulator, "POST", "clock", { advance: 300_000 })
    const { json } = await control(simulator, "GET", "deliveries?event=store/redact")
    expect((json.attempts as Json[]).map(({ answer }) => answer)).toEqual([500, 500, 200])
    await control(simulator, "POST", `stores/${STORE_ID}/suspend`)
    expect((await get(simulator, "/store")).status).toBe(402)
    await control(simulator, "POST", `stores/${STORE_ID}/uninstall`)
    expect((await get(simulator, "/store")).status).toBe(401)
    await receiver.close()
  })

  it("changes stock, products, stores, switches, limits and faults over HTTP, and refuses nonsense", async () => {
    await control(simulator, "POST", "stock", { sku: "MUG", stock: 3 })
    expect(simulator.stock("MUG")).toBe(3)
    await control(simulator, "POST", "products", { name: "Vela", variants: [{ sku: "VELA" }] })
    expect((await control(simulator, "GET", "products")).json.products).toHaveLength(2)
    await control(simulator, "POST", "stores", { id: 9 })
    await control(simulator, "PATCH", "stores/9", { plan: "next" })
    expect(simulator.store(9).plan).toBe("next")
    await control(simulator, "PATCH", "switches", { authHeader: "authentication" })
    expect((await get(simulator, "/store")).status).toBe(401)
    const added = await control(simulator, "POST", "faults", {
      kind: "status",
      status: 500,
      operation: "getStore",
    })
    expect(added.json.ids).toEqual(["fault-1"])
    await control(simulator, "DELETE", "faults")
    expect(simulator.faults()).toEqual([])
    const wrong: [string, string, unknown][] = [
      ["POST", "faults", { kind: "earthquake" }],
      ["POST", "faults", { kind: "status", status: 500, operation: "nothing" }],
      ["PATCH", "switches", { userId: 1 }],
      ["POST", "orders", { lines: [{ sku: "NOPE" }] }],
      ["POST", "orders/1/pay", {}],
      ["POST", "stock", { sku: "NOPE" }],
    ]
    for (const [method, path, body] of wrong)
      expect((await control(simulator, method, path, body)).status).toBe(400)
    expect((await control(simulator, "GET", "nothing")).status).toBe(404)
  })
})
