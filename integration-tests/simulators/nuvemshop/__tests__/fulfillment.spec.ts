import { type NuvemshopSimulator, type ShippingOptions, startNuvemshopSimulator } from ".."
import { call, get, type Json, type Reply, STORE_ID, TOKEN } from "./requests"

let clock = new Date("2026-11-22T12:00:00Z")

describe("fulfillment orders", () => {
  let simulator: NuvemshopSimulator

  beforeAll(async () => {
    simulator = await startNuvemshopSimulator({
      now: () => clock,
      limits: { requests: { size: 10_000, perSecond: 1000 } },
      stores: [
        {
          id: STORE_ID,
          accessToken: TOKEN,
          locations: [
            { id: "CENTRAL", name: "Central" },
            { id: "LOJA", name: "Loja" },
          ],
          products: [{ name: "Caneca", variants: [{ sku: "MUG", price: "40.00", stock: 900 }] }],
        },
      ],
    })
  })
  afterAll(() => simulator.close())
  afterEach(() => {
    simulator.switches.skippedSteps = "refuse"
    simulator.switches.sameStatus = "refuse"
    simulator.switches.trackingInfo = "replace"
  })

  const place = (
    shipping: ShippingOptions = {},
    packages = 1,
  ): { id: number; path: string; paths: string[] } => {
    const order = simulator.placeOrder({
      lines: [{ sku: "MUG" }, { sku: "MUG", quantity: 2 }],
      shipping,
      packages,
    })
    const paths = order.fulfillmentOrders.map((one) => `/orders/${order.id}/fulfillment-orders/${one.id}`)
    return { id: order.id, path: paths[0] ?? "", paths }
  }
  const patch = (path: string, body: unknown): Promise<Reply> => call(simulator, "PATCH", path, body)
  const walk = async (path: string, ...statuses: string[]): Promise<number[]> => {
    const answers: number[] = []
    for (const status of statuses) answers.push((await patch(path, { status })).status)
    return answers
  }
  const event = (path: string, body: Json): Promise<Reply> =>
    call(simulator, "POST", `${path}/tracking-events`, { description: "A caminho", ...body })

  it("are shown with their lines, place, shipping in numbers and no tracking yet", async () => {
    const { id, paths } = place({ cost: "12.50", merchantCost: "20.00" }, 2)
    const { rows } = await get(simulator, `/orders/${id}/fulfillment-orders`)
    const order = (await get(simulator, `/orders/${id}`)).json
    expect(rows).toMatchObject([
      {
        status: "UNPACKED",
        total_quantity: 1,
        total_price: { value: 40, currency: "BRL" },
        assigned_location: { location_id: "CENTRAL" },
        shipping: { type: "ship", consumer_cost: { value: 12.5 }, merchant_cost: { value: 20 } },
        destination: { province: { name: "São Paulo", code: "SP" }, street: "Rua das Flores" },
        tracking_info: { code: null, url: null },
        fulfilled_at: null,
      },
      { assigned_location: { location_id: "LOJA" }, total_quantity: 2 },
    ])
    const external = rows.flatMap((row) => (row.line_items as Json[]).map((line) => line.external_id))
    expect(external).toEqual((order.products as Json[]).map((line) => line.id))
    expect((await get(simulator, paths[1] ?? "")).json).toEqual(rows[1])
  })

  it.each<[string, ShippingOptions["type"], string[], number[]]>([
    ["goes step by step", "ship", ["PACKED", "DISPATCHED", "DELIVERED"], [200, 200, 200]],
    [
      "is collected",
      "pickup",
      ["PACKED", "DISPATCHED", "READY_FOR_PICKUP", "DELIVERED"],
      [200, 200, 200, 200],
    ],
    ["is unpacked again", "ship", ["PACKED", "UNPACKED", "PACKED"], [200, 200, 200]],
    ["is not shipped at all", "non-shippable", ["PACKED", "DELIVERED"], [400, 200]],
    ["skips no step", "ship", ["DISPATCHED", "DELIVERED", "PACKED", "DELIVERED"], [400, 400, 200, 400]],
    [
      "goes not back when it is gone",
      "ship",
      ["PACKED", "DISPATCHED", "PACKED", "UNPACKED"],
      [200, 200, 400, 400],
    ],
    [
      "is not collected when it is sent",
      "ship",
      ["PACKED", "DISPATCHED", "READY_FOR_PICKUP"],
      [200, 200, 400],
    ],
    ["does not take a step twice", "ship", ["PACKED", "PACKED"], [200, 400]],
  ])("a parcel that %s (%s)", async (_, type, statuses, expected) => {
    expect(await walk(place({ type }).path, ...statuses)).toEqual(expected)
  })

  it("skips and repeats steps where the switches allow it", async () => {
    simulator.switches.skippedSteps = "allow"
    simulator.switches.sameStatus = "accept"
    const { path, id } = place()
    expect(await walk(path, "DISPATCHED", "DISPATCHED", "UNPACKED")).toEqual([200, 200, 400])
    expect(simulator.dispatches(id)).toMatchObject([{ times: 1 }])
  })

  it.each([
    [{}, 422],
    [{ status: "SENT" }, 422],
    [{ colour: "red" }, 422],
    [{ tracking_info: "AA1" }, 422],
    [{ tracking_info: { code: 1 } }, 422],
    [{ tracking_info: { url: "nonsense" } }, 422],
    [{ tracking_info: { notify_customer: "yes" } }, 422],
    [{ assigned_location: { location_id: "NOPE" } }, 422],
    [[], 422],
  ])("refuse %j with their own error shape", async (body, status) => {
    const reply = await patch(place().path, body)
    expect([reply.status, typeof reply.json.message]).toEqual([status, "string"])
  })

  it("change nothing when a part of the call is wrong", async () => {
    const { path } = place()
    await patch(path, { status: "PACKED", tracking_info: { url: "nonsense" } })
    expect((await get(simulator, path)).json.status).toBe("UNPACKED")
  })

  it("keep a history and the tracking they were dispatched with", async () => {
    const { path, id } = place()
    await walk(path, "PACKED")
    const tracking = { code: "AA123BR", url: "https://rastreio.example/AA123BR" }
    const sent = await patch(path, {
      status: "DISPATCHED",
      tracking_info: { ...tracking, notify_customer: true },
    })
    expect(sent.json).toMatchObject({ status: "DISPATCHED", tracking_info: tracking })
    const history = sent.json.status_history as Json[]
    expect(history.map(({ status }) => status)).toEqual(["UNPACKED", "PACKED", "DISPATCHED"])
    await patch(path, { tracking_info: { code: "BB456BR" } })
    expect(simulator.dispatches(id)).toEqual([
      expect.objectContaining({ times: 1, trackingCodes: ["AA123BR", "BB456BR"] }),
    ])
    const [, dispatched] = simulator.effects("fulfillment-status").filter(({ orderId }) => orderId === id)
    expect(dispatched).toMatchObject({ to: "DISPATCHED", notifiedCustomer: true, cause: "api", tracking })
  })

  it.each<["replace" | "merge", string | null]>([
    ["replace", null],
    ["merge", "https://r.example/AA1"],
  ])("leave what a change of the tracking does not name, or not (%s)", async (how, left) => {
    simulator.switches.trackingInfo = how
    const { path } = place()
    const url = "https://r.example/AA1"
    await patch(path, { tracking_info: { code: "AA1", url } })
    const changed = await patch(path, { tracking_info: { code: "AA2" } })
    expect(changed.json.tracking_info).toEqual({ code: "AA2", url: left })
    const emptied = await patch(path, { tracking_info: { code: "AA3", url: null } })
    expect(emptied.json.tracking_info).toEqual({ code: "AA3", url: null })
  })

  it("lock their place when packed and their destination when dispatched", async () => {
    const { path } = place()
    expect((await patch(path, { assigned_location: { location_id: "LOJA" } })).status).toBe(200)
    await walk(path, "PACKED")
    expect((await patch(path, { assigned_location: { location_id: "CENTRAL" } })).status).toBe(422)
    expect((await patch(path, { destination: { number: "9" } })).status).toBe(200)
    await walk(path, "DISPATCHED")
    expect((await patch(path, { destination: { number: "10" } })).status).toBe(422)
    const { json } = await get(simulator, path)
    expect(json).toMatchObject({ destination: { number: "9" }, assigned_location: { location_id: "LOJA" } })
  })

  it("show in the order's own words how far they are", async () => {
    const { id, paths } = place({}, 2)
    const [first = "", second = ""] = paths
    const status = async (): Promise<unknown> => (await get(simulator, `/orders/${id}`)).json.shipping_status
    const seen: unknown[] = [await status()]
    for (const [path, step] of [
      [first, "PACKED"],
      [second, "PACKED"],
      [first, "DISPATCHED"],
      [second, "DISPATCHED"],
      [first, "DELIVERED"],
      [second, "DELIVERED"],
    ] as const) {
      await walk(path, step)
      seen.push(await status())
    }
    expect(seen).toEqual([
      "unpacked",
      "partially_packed",
      "packed",
      "partially_fulfilled",
      "shipped",
      "shipped",
      "delivered",
    ])
  })

  it("take tracking events only when dispatched, and each of them once", async () => {
    const { path } = place()
    expect((await event(path, { status: "in_transit" })).status).toBe(422)
    await walk(path, "PACKED", "DISPATCHED")
    const first = await event(path, { status: "in_transit", happened_at: "2026-11-22T11:00:00Z" })
    expect([first.status, first.json.status]).toEqual([201, "in_transit"])
    const again = await event(path, { status: "in_transit", happened_at: "2026-11-22T11:00:59Z" })
    expect([again.status, again.json.description]).toEqual([
      400,
      "The tracking event must not be identical to an existing tracking event",
    ])
    expect((await event(path, { status: "in_transit" })).status).toBe(400)
    expect((await event(path, { status: "in_transit", happened_at: "2026-11-22T11:01:00Z" })).status).toBe(
      201,
    )
    expect((await event(path, { status: "eaten" })).status).toBe(422)
    expect((await event(path, { status: "custom_alfandega" })).status).toBe(201)
    expect((await event(path, { status: "delayed", description: "" })).status).toBe(422)
    expect((await event(path, { status: "delayed", happened_at: "soon" })).status).toBe(422)
  })

  it("are delivered by the event of that name", async () => {
    const { path } = place()
    await walk(path, "PACKED", "DISPATCHED")
    clock = new Date("2026-11-23T12:00:00Z")
    expect((await event(path, { status: "delivered" })).status).toBe(201)
    const { json } = await get(simulator, path)
    expect([json.status, json.fulfilled_at]).toEqual(["DELIVERED", "2026-11-23T12:00:00+0000"])
  })

  it("keep at most a hundred events, which can be changed and deleted", async () => {
    const { path } = place()
    await walk(path, "PACKED", "DISPATCHED")
    const ids: unknown[] = []
    for (let i = 0; i < 100; i += 1) {
      ids.push((await event(path, { status: "in_transit", description: `Etapa ${i}` })).json.id)
    }
    expect((await event(path, { status: "in_transit", description: "Etapa 100" })).status).toBe(422)
    const one = `${path}/tracking-events/${String(ids[3])}`
    const changed = await call(simulator, "PUT", one, { status: "delayed", description: "Atrasou" })
    expect([changed.status, (await get(simulator, one)).json.status]).toEqual([200, "delayed"])
    expect((await call(simulator, "DELETE", one)).status).toBe(204)
    expect((await get(simulator, one)).status).toBe(404)
    expect((await get(simulator, `${path}/tracking-events`)).rows).toHaveLength(99)
  })

  it("are packed and sent by the legacy calls of the old version, the first of them only", async () => {
    const { id } = place({}, 2)
    const v1 = { version: "v1" }
    expect((await call(simulator, "POST", `/orders/${id}/pack`, undefined, v1)).status).toBe(200)
    const body = { shipping_tracking_number: "AA1", shipping_tracking_url: "https://r.example/AA1" }
    const sent = await call(simulator, "POST", `/orders/${id}/fulfill`, body, v1)
    expect([sent.status, sent.json.shipping_tracking_number]).toEqual([200, "AA1"])
    expect((await call(simulator, "POST", `/orders/${id}/fulfill`, body, v1)).status).toBe(422)
    expect(simulator.order(id).fulfillmentOrders.map(({ status }) => status)).toEqual([
      "DISPATCHED",
      "UNPACKED",
    ])
  })
})
