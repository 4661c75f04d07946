import { type NuvemshopSimulator, startNuvemshopSimulator } from ".."
import { call, get, type Json, STORE_ID, TOKEN } from "./requests"

let clock = new Date("2026-11-22T12:00:00Z")

describe("the life of an order", () => {
  let simulator: NuvemshopSimulator

  beforeEach(async () => {
    clock = new Date("2026-11-22T12:00:00Z")
    simulator = await startNuvemshopSimulator({
      now: () => clock,
      stores: [
        {
          id: STORE_ID,
          accessToken: TOKEN,
          products: [{ name: "Caneca", variants: [{ sku: "MUG", price: "40.00", stock: 20 }] }],
        },
      ],
    })
  })
  afterEach(() => simulator.close())

  const later = (minutes: number): void => {
    clock = new Date(clock.getTime() + minutes * 60_000)
  }
  const shown = async (id: number): Promise<Json> => (await get(simulator, `/orders/${id}`)).json
  const place = (): number => simulator.placeOrder({ lines: [{ sku: "MUG", quantity: 2 }] }).id

  it("begins unpaid at a bank slip and is paid by hand later", async () => {
    const { id } = simulator.placeOrder({ lines: [{ sku: "MUG" }], payment: "pending", gateway: "offline" })
    expect(await shown(id)).toMatchObject({
      payment_status: "pending",
      paid_at: null,
      gateway: "offline",
      payment_details: { method: "custom", installments: null },
    })
    later(90)
    simulator.payOrder(id)
    expect(await shown(id)).toMatchObject({
      payment_status: "paid",
      paid_at: "2026-11-22T13:30:00+0000",
      created_at: "2026-11-22T12:00:00+0000",
      updated_at: "2026-11-22T13:30:00+0000",
    })
  })

  it("is refunded in part, then whole, and shows the movements", async () => {
    const id = place()
    simulator.refundOrder(id, "30.00")
    expect((await shown(id)).payment_status).toBe("partially_refunded")
    simulator.refundOrder(id, "50.00")
    expect((await shown(id)).payment_status).toBe("refunded")
    const { rows } = await get(simulator, `/orders/${id}/transactions`)
    expect(rows.map(({ status, captured_amount }) => [status, (captured_amount as Json).value])).toEqual([
      ["paid", "80.00"],
      ["refunded", "80.00"],
    ])
  })

  it("is voided, or cancelled with its reason and its payment", async () => {
    const [voided, cancelled] = [place(), place()]
    simulator.voidOrder(voided)
    expect((await shown(voided)).payment_status).toBe("voided")
    later(1)
    simulator.cancelOrder(cancelled, { reason: "fraud", payment: "refunded" })
    expect(await shown(cancelled)).toMatchObject({
      status: "cancelled",
      cancel_reason: "fraud",
      payment_status: "refunded",
      cancelled_at: "2026-11-22T12:01:00+0000",
    })
  })

  it("is edited only while nothing is packed", async () => {
    const id = place()
    const [line] = simulator.order(id).lines
    simulator.editOrder(id, { add: [{ sku: "MUG", gift: true }], quantities: { [line?.id ?? ""]: 3 } })
    expect(await shown(id)).toMatchObject({ total: "120.00", products: [{ quantity: 3 }, { price: "0.00" }] })
    expect(simulator.stock("MUG")).toBe(16)
    simulator.shipOrder(id, { to: "PACKED" })
    expect(() => simulator.editOrder(id, { remove: [line?.id ?? ""] })).toThrow("UNPACKED")
  })

  it("is closed, opened and given a note by the application", async () => {
    const id = place()
    later(1)
    expect((await call(simulator, "POST", `/orders/${id}/close`)).json).toMatchObject({
      status: "closed",
      closed_at: "2026-11-22T12:01:00+0000",
    })
    expect((await call(simulator, "POST", `/orders/${id}/open`)).json).toMatchObject({
      status: "open",
      closed_at: null,
    })
    const noted = await call(simulator, "PUT", `/orders/${id}`, { owner_note: "Medusa #12" })
    expect(noted.json.owner_note).toBe("Medusa #12")
    expect((await call(simulator, "PUT", `/orders/${id}`, {})).status).toBe(422)
  })

  it("is marked paid by the application only where a switch allows it", async () => {
    const { id } = simulator.placeOrder({ lines: [{ sku: "MUG" }], payment: "pending" })
    const pay = (): ReturnType<typeof call> => call(simulator, "PUT", `/orders/${id}`, { status: "paid" })
    expect((await pay()).status).toBe(422)
    simulator.switches.ordersPaidByPut = true
    expect((await pay()).json.payment_status).toBe("paid")
  })

  it("is cancelled by the application once, with or without its units", async () => {
    const [kept, returned] = [place(), place()]
    const cancel = (id: number, body?: unknown): ReturnType<typeof call> =>
      call(simulator, "POST", `/orders/${id}/cancel`, body)
    expect((await cancel(kept, { reason: "bored" })).status).toBe(422)
    expect((await cancel(kept, { reason: "customer", restock: false })).json).toMatchObject({
      status: "cancelled",
      cancel_reason: "customer",
    })
    expect(simulator.stock("MUG")).toBe(16)
    expect((await cancel(returned)).json.cancel_reason).toBe("other")
    expect(simulator.stock("MUG")).toBe(18)
    expect((await cancel(kept)).status).toBe(422)
    simulator.switches.cancelTwice = "accept"
    expect((await cancel(kept)).status).toBe(200)
    expect(simulator.effects("order").filter(({ change }) => change === "cancelled")).toHaveLength(2)
    expect((await call(simulator, "POST", `/orders/${kept}/close`)).status).toBe(422)
  })
})
