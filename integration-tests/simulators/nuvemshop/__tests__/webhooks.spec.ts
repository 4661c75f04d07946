import { DEMO_APP, type NuvemshopSimulator, retryGaps, signatureOf, startNuvemshopSimulator } from ".."
import { call, get, type Receiver, startReceiver, STORE_ID, TOKEN } from "./requests"

const MINUTE = 60_000

describe("webhooks", () => {
  let simulator: NuvemshopSimulator
  let receiver: Receiver

  beforeEach(async () => {
    receiver = await startReceiver()
    simulator = await startNuvemshopSimulator({
      now: () => new Date("2026-11-22T12:00:00Z"),
      limits: { requests: { size: 10_000, perSecond: 1000 } },
      stores: [
        {
          id: STORE_ID,
          accessToken: TOKEN,
          products: [{ name: "Caneca", variants: [{ sku: "MUG", stock: 900 }] }],
        },
      ],
    })
  })
  afterEach(async () => {
    await simulator.close()
    await receiver.close()
  })

  const listen = (event: string): ReturnType<typeof call> =>
    call(simulator, "POST", "/webhooks", { event, url: receiver.url })
  const events = (): unknown[] => receiver.received.map(({ json }) => json.event)
  const place = (): number => simulator.placeOrder({ lines: [{ sku: "MUG" }] }).id

  it("are registered, listed, changed and deleted", async () => {
    const created = await listen("order/paid")
    expect([created.status, created.json]).toEqual([
      201,
      {
        id: expect.any(Number),
        event: "order/paid",
        url: receiver.url,
        created_at: "2026-11-22T12:00:00+0000",
        updated_at: "2026-11-22T12:00:00+0000",
      },
    ])
    await listen("order/created")
    expect((await get(simulator, "/webhooks?event=order/paid")).rows).toEqual([created.json])
    expect((await get(simulator, "/webhooks")).headers.get("x-total-count")).toBe("2")
    const path = `/webhooks/${String(created.json.id)}`
    expect((await call(simulator, "PUT", path, { event: "order/voided" })).json.event).toBe("order/voided")
    expect((await call(simulator, "DELETE", path)).status).toBe(200)
    expect((await get(simulator, path)).status).toBe(404)
  })

  it.each([
    [{ event: "order/eaten", url: "https://shop.example/h" }, ["event"]],
    [{ event: "order/paid" }, ["url"]],
    [{ event: "order/paid", url: "nonsense" }, ["url"]],
    [{ event: "order/paid", url: "http://shop.example/h" }, ["url"]],
    [{ event: "order/paid", url: "https://localhost/h" }, ["url"]],
    [{ event: "order/paid", url: "https://127.0.0.1/h" }, ["url"]],
    [{ event: "order/paid", url: "https://app.nuvemshop.com.br/h" }, ["url"]],
    [{ url: "http://localhost" }, ["event", "url"]],
  ])("are refused as the platform refuses them: %j", async (body, fields) => {
    simulator.switches.allowLocalWebhooks = false
    const reply = await call(simulator, "POST", "/webhooks", body)
    expect([reply.status, Object.keys(reply.json)]).toEqual([422, fields])
  })

  it("need the scope of their event", async () => {
    simulator.app().scopes = ["read_products"]
    const token = simulator.install()
    const body = { event: "order/paid", url: receiver.url }
    expect((await call(simulator, "POST", "/webhooks", body, { token })).status).toBe(403)
    const allowed = { event: "app/uninstalled", url: receiver.url }
    expect((await call(simulator, "POST", "/webhooks", allowed, { token })).status).toBe(201)
  })

  it("can be registered twice, unless a switch says otherwise", async () => {
    await listen("order/paid")
    expect((await listen("order/paid")).status).toBe(201)
    simulator.switches.sameWebhook = "refuse"
    expect((await listen("order/paid")).status).toBe(422)
  })

  it("carry ids only, signed over the raw body with the client's secret", async () => {
    await listen("order/paid")
    const id = place()
    await simulator.settle()
    const [{ body, headers, json } = { body: "", headers: {}, json: {} }] = receiver.received
    expect(json).toEqual({ store_id: STORE_ID, event: "order/paid", id })
    expect(headers["x-linkedstore-hmac-sha256"]).toBe(signatureOf(body, DEMO_APP.clientSecret))
    expect(headers["x-linkedstore-hmac-sha256"]).toMatch(/^[0-9a-f]{64}$/)
    expect(headers["content-type"]).toBe("application/json")
  })

  it("tell what happens to an order", async () => {
    for (const change of [
      "created",
      "pending",
      "paid",
      "updated",
      "cancelled",
      "edited",
      "packed",
      "fulfilled",
    ])
      await listen(`order/${change}`)
    const { id } = simulator.placeOrder({ lines: [{ sku: "MUG" }], payment: "pending", gateway: "offline" })
    simulator.payOrder(id)
    simulator.editOrder(id, { add: [{ sku: "MUG" }] })
    simulator.shipOrder(id)
    simulator.cancelOrder(id)
    await simulator.settle()
    const count = (event: string): number => events().filter((one) => one === `order/${event}`).length
    expect(["created", "pending", "paid", "edited", "packed", "fulfilled", "cancelled"].map(count)).toEqual(
      Array(7).fill(1),
    )
    expect(count("updated")).toBe(5)
  })

  it("are tried again at once, after 5, 10 and 15 minutes, and ever more rarely within two days", async () => {
    expect(retryGaps(18).slice(0, 6)).toEqual([0, 5, 10, 15, 21, 29.4].map((gap) => gap * MINUTE))
    expect(retryGaps(18).reduce((sum, gap) => sum + gap, 0)).toBeLessThanOrEqual(48 * 60 * MINUTE)
    await listen("order/paid")
    receiver.answers.push(500, 301, 503, 200)
    place()
    await simulator.settle()
    expect(receiver.received).toHaveLength(2)
    await simulator.advance(4 * MINUTE)
    expect(receiver.received).toHaveLength(2)
    await simulator.advance(MINUTE)
    expect(receiver.received).toHaveLength(3)
    await simulator.advance(10 * MINUTE)
    const attempts = simulator.deliveries("order/paid")
    expect(attempts.map(({ attempt, answer, outcome }) => [attempt, answer, outcome])).toEqual([
      [1, 500, "will-retry"],
      [2, 301, "will-retry"],
      [3, 503, "will-retry"],
      [4, 200, "delivered"],
    ])
    expect(simulator.pendingWebhooks()).toEqual([])
  })

  it("are lost in the end", async () => {
    await listen("order/paid")
    simulator.switches.webhookAttempts = 3
    receiver.answers.push(500, 500, 500)
    place()
    await simulator.settle()
    await simulator.advance(60 * MINUTE)
    expect(simulator.deliveries().map(({ outcome }) => outcome)).toEqual(["will-retry", "will-retry", "lost"])
  })

  it("wait a limited time for the receiver", async () => {
    simulator.switches.webhookTimeoutMs = 50
    await listen("order/paid")
    receiver.answers.push("hang")
    place()
    await simulator.settle()
    expect(simulator.deliveries().map(({ answer }) => answer)).toEqual(["timeout", 200])
  })

  it("come several times and in any order when a test wants it", async () => {
    simulator.switches.webhookConcurrency = 1
    await listen("order/created")
    simulator.holdWebhooks()
    const placed = Array.from({ length: 20 }, place)
    await simulator.settle()
    expect([receiver.received.length, simulator.pendingWebhooks().length]).toEqual([0, 20])
    await simulator.releaseWebhooks({ shuffle: true, copies: 3 })
    const ids = receiver.received.map(({ json }) => json.id)
    expect(ids).toHaveLength(60)
    expect(new Set(ids)).toEqual(new Set(placed))
    expect(ids.slice(0, 20)).not.toEqual(placed)
  })

  it("are doubled, lost, late or badly signed by fault", async () => {
    await listen("order/created")
    simulator.addFault({ kind: "duplicate-webhook", event: "order/created" })
    simulator.addFault({ kind: "lose-webhook", skip: 1 })
    simulator.addFault({ kind: "delay-webhook", ms: 5 * MINUTE, skip: 2 })
    simulator.addFault({ kind: "bad-signature", skip: 3 })
    const [twice, , late, forged] = [place(), place(), place(), place()]
    await simulator.settle()
    expect(receiver.received.map(({ json }) => json.id).sort()).toEqual([twice, twice, forged].sort())
    const { body = "", headers } = receiver.received.find(({ json }) => json.id === forged) ?? {}
    expect(headers?.["x-linkedstore-hmac-sha256"]).not.toBe(signatureOf(body, DEMO_APP.clientSecret))
    await simulator.advance(5 * MINUTE)
    expect(receiver.received.at(-1)?.json.id).toBe(late)
  })

  it("end with an uninstall, which is the last thing they tell", async () => {
    await listen("order/created")
    await listen("app/uninstalled")
    simulator.uninstall()
    place()
    await simulator.settle()
    expect(receiver.received.map(({ json }) => json)).toEqual([
      { store_id: STORE_ID, event: "app/uninstalled" },
    ])
    expect(simulator.webhooks()).toEqual([])
  })

  it("stop while the application is suspended", async () => {
    for (const event of ["order/created", "app/suspended", "app/resumed"]) await listen(event)
    simulator.suspend()
    place()
    simulator.resume()
    await simulator.settle()
    expect(events().sort()).toEqual(["app/resumed", "app/suspended"])
  })

  it("ask for personal data at the URLs of the partner portal, even after an uninstall", async () => {
    simulator.app().privacyUrls = {
      storeRedact: receiver.url,
      customersRedact: receiver.url,
      customersDataRequest: receiver.url,
    }
    const id = place()
    simulator.uninstall()
    simulator.customersRedact()
    simulator.dataRequest()
    simulator.storeRedact()
    await simulator.settle()
    const customer = {
      id: expect.any(Number),
      email: "maria.souza@example.com",
      identification: "52998224725",
    }
    const bodies = receiver.received.map(({ json }) => json)
    expect(bodies).toContainEqual({ store_id: STORE_ID })
    expect(bodies).toContainEqual({
      store_id: STORE_ID,
      customer: expect.objectContaining(customer),
      orders_to_redact: [id],
    })
    expect(bodies).toContainEqual(
      expect.objectContaining({ orders_requested: [id], data_request: { id: expect.any(Number) } }),
    )
    const [first] = receiver.received
    const signature = first?.headers["x-linkedstore-hmac-sha256"]
    expect(signature).toBe(signatureOf(first?.body ?? "", DEMO_APP.clientSecret))
  })
})
