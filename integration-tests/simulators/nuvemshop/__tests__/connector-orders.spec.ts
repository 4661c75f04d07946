import { money, type ReadOrder } from "../../../../src/connector"
import { DEMO_STORE, generateOrders } from ".."
import { kindOf, meet, read, type Meeting } from "./connector-meeting"

jest.setTimeout(30_000)

let meeting: Meeting
beforeEach(async () => {
  meeting = await meet()
})
afterEach(() => meeting.sim.close())

/** Every order of a period, page by page. */
async function readAll(from: Date, to: Date): Promise<ReadOrder[]> {
  const found: ReadOrder[] = []
  let token: string | undefined
  do {
    const page = await meeting.connector.orders.search(
      meeting.connection,
      { by: "placed", fromUtc: from, toUtc: to },
      token,
    )
    found.push(...page.orders)
    token = page.nextPageToken
  } while (token !== undefined)
  return found
}

describe("installing", () => {
  it.each(["both", "authorization", "authentication"] as const)(
    "connects the store, whichever header takes the token (%s)",
    async (authHeader) => {
      meeting.sim.switches.authHeader = authHeader
      await expect(meeting.connector.verify(meeting.connection)).resolves.toMatchObject({
        externalId: String(DEMO_STORE.id),
        marketplaces: [{ currency: "BRL", country: "BR" }],
      })
      const accepted = authHeader === "authentication" ? "authentication" : "authorization"
      expect(meeting.connection.credentials.auth_header).toBe(accepted)
    },
  )

  it("fails with an expired code, however the platform says so", async () => {
    for (const oauthErrors of ["status", "in-200"] as const) {
      meeting.sim.switches.oauthErrors = oauthErrors
      const code = meeting.connector.authorization.complete({
        query: { code: "used" },
        choice: {},
        signal: new AbortController().signal,
      })
      await expect(kindOf(code)).resolves.toBe("authorization_lost")
    }
  })

  it("ends with the platform's word: uninstalled, suspended", async () => {
    await meeting.connector.verify(meeting.connection)
    meeting.sim.suspend()
    await expect(kindOf(meeting.connector.verify(meeting.connection))).resolves.toBe("suspended")
    meeting.sim.resume()
    await expect(kindOf(meeting.connector.verify(meeting.connection))).resolves.toBe("none")
    meeting.sim.uninstall()
    await expect(kindOf(meeting.connector.verify(meeting.connection))).resolves.toBe("authorization_lost")
  })
})

describe("reading orders", () => {
  const from = new Date("2026-10-01T00:00:00Z")
  const to = new Date("2026-10-31T00:00:00Z")

  it.each([
    {},
    { orderIds: "int64", lineIds: "int64", variantIds: "string", quantities: "string" },
    { fulfillmentsField: "fulfillment_orders", lineIds: "string" },
    { fulfillmentsField: "both", customerShown: false },
  ] as const)("brings every generated order to the cent: %j", async (switches) => {
    Object.assign(meeting.sim.switches, switches)
    const { orders, expected } = generateOrders({ seed: 7, count: 250, from, to, activatedAt: from })
    meeting.sim.addOrders(orders)
    const found = await readAll(from, to)
    expect(found.filter((one) => !one.readable)).toEqual([])
    const shown = (id: number) => String(meeting.sim.shownOrderId(id))
    const byReference = new Map(
      found.flatMap((one) => (one.readable ? [[one.order.reference, one.order]] : [])),
    )
    expect(byReference.size).toBe(expected.length)
    for (const one of expected) {
      const order = byReference.get(shown(one.id))
      if (!order) throw new Error(`order ${one.id} was not brought`)
      const charges = [...order.lines.flatMap((line) => line.charges ?? []), ...order.adjustments]
      const paid = money.sum(...charges.map(({ amount, discount }) => money.subtract(amount, discount)))
      expect(money.equal(paid, one.total)).toBe(true)
      expect(order.number).toBe(String(one.number))
      const shipping = order.adjustments.find(({ kind }) => kind === "shipping")?.amount ?? "0"
      expect(money.equal(shipping, one.shipping)).toBe(true)
      expect(order.lines.map(({ quantity }) => quantity)).toEqual(one.lines.map(({ quantity }) => quantity))
      const isGone = one.verdict === "gone" && (one.cancelled || one.paymentStatus !== "partially_refunded")
      const waits = one.verdict === "not-paid" ? ["pending"] : ["open", "partially_shipped", "shipped"]
      expect(isGone ? ["canceled"] : waits).toContain(order.status)
      expect(order.buyer?.document ?? null).toBe(one.document?.plain ?? null)
      expect(order.installments ?? null).toBe(one.installments ?? null)
    }
  })

  it("splits a period with more orders than can be reached, whatever the platform tells of their number", async () => {
    meeting.sim.addOrders(
      Array.from({ length: 10_050 }, (_, index) => ({
        lines: [{ sku: "MUG-WHITE", quantity: 1 }],
        createdAt: new Date(from.getTime() + index * 60_000),
      })),
    )
    for (const orderTotals of ["all", "reachable"] as const) {
      meeting.sim.switches.orderTotals = orderTotals
      const period = { by: "placed", fromUtc: from, toUtc: to } as const
      const { orders, nextPageToken } = await meeting.connector.orders.search(meeting.connection, period)
      expect([orders.length, JSON.parse(nextPageToken ?? "{}").pieces.length]).toEqual([0, 2])
    }
  })

  it("reads a period again later when the platform does not know its first page", async () => {
    meeting.sim.placeOrder({ lines: [{ sku: "MUG-WHITE", quantity: 1 }], createdAt: from })
    meeting.sim.addFault({ kind: "status", status: 404, operation: "listOrders" })
    await expect(kindOf(readAll(from, to))).resolves.toBe("unavailable")
    await expect(readAll(from, to)).resolves.toHaveLength(1)
  })

  it.each(["list", "not-found"] as const)(
    "takes nothing for nothing, however the platform answers it (%s)",
    async (emptyLists) => {
      meeting.sim.switches.emptyLists = emptyLists
      await expect(readAll(from, to)).resolves.toEqual([])
      await expect(kindOf(read(meeting, "98765"))).resolves.toBe("not_found")
      await expect(kindOf(read(meeting, "#98765"))).resolves.toBe("not_found")
      meeting.sim.store().products.clear()
      await expect(meeting.connector.listings.read(meeting.connection, "x")).resolves.toEqual({
        listings: [],
      })
    },
  )

  it("knows an order by an id of 64 bits", async () => {
    meeting.sim.switches.orderIds = "int64"
    const placed = meeting.sim.placeOrder({ lines: [{ sku: "MUG-WHITE", quantity: 1 }] })
    const reference = meeting.sim.shownOrderId(placed.id)
    expect(reference).toMatch(/^9\d{18}$/)
    await expect(read(meeting, reference)).resolves.toMatchObject({
      reference,
      number: String(placed.number),
    })
  })

  it("tells how the house is found", async () => {
    const customs = { reference: "portão azul", between_streets: "Rua A e Rua B" }
    const placed = meeting.sim.placeOrder({
      lines: [{ sku: "MUG-WHITE", quantity: 1 }],
      buyer: { address: { customs } },
    })
    await expect(read(meeting, String(placed.id))).resolves.toMatchObject({
      shippingAddress: { line2: "Apto 45 - Centro - portão azul - Rua A e Rua B" },
    })
  })

  it("finds one order by id and by the number that people quote", async () => {
    const placed = meeting.sim.placeOrder({ lines: [{ sku: "MUG-WHITE", quantity: 2 }], number: 4242 })
    meeting.sim.placeOrder({ lines: [{ sku: "MUG-WHITE", quantity: 1 }], number: 42421 })
    await expect(read(meeting, String(placed.id))).resolves.toMatchObject({ number: "4242" })
    await expect(read(meeting, "#4242")).resolves.toMatchObject({ reference: String(placed.id) })
    await expect(read(meeting, "4242")).resolves.toMatchObject({ reference: String(placed.id) })
    await expect(kindOf(read(meeting, "98765"))).resolves.toBe("not_found")
  })
})
