import {
  DEFAULT_PRODUCTS,
  DEFAULT_SWITCHES,
  type ExpectedOrder,
  generateOrders,
  type NuvemshopSimulator,
  startNuvemshopSimulator,
} from ".."
import { get, type Json, STORE_ID, TOKEN } from "./requests"

const PERIOD = { from: "2026-10-01T00:00:00Z", to: "2026-11-20T00:00:00Z" }
const ACTIVATED = "2026-11-01T00:00:00Z"
const { orders, expected } = generateOrders({ seed: "facts", count: 150, activatedAt: ACTIVATED, ...PERIOD })

describe("generated orders are what their facts say", () => {
  let simulator: NuvemshopSimulator
  const rows: Json[] = []

  beforeAll(async () => {
    simulator = await startNuvemshopSimulator({
      now: () => new Date("2026-11-22T12:00:00Z"),
      limits: { requests: { size: 10_000, perSecond: 1000 } },
      stores: [{ id: STORE_ID, products: [...DEFAULT_PRODUCTS], accessToken: TOKEN }],
    })
    simulator.addOrders(orders)
    const reply = await get(simulator, "/orders?per_page=200&aggregates=fulfillment_orders")
    rows.push(...reply.rows)
  })
  afterAll(() => simulator.close())

  const shown = ({ id }: ExpectedOrder): Json => rows.find((row) => row.id === id) ?? {}

  it("shows every order, newest first", () => {
    expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id).reverse())
  })

  it("adds up to the cent", () => {
    const cents = (value: unknown): number => Math.round(Number(value) * 100)
    for (const facts of expected) {
      const row = shown(facts)
      const parcels = row.fulfillments as Json[]
      const shipping = parcels.map((one) => cents(((one.shipping as Json).consumer_cost as Json).value))
      expect([row.subtotal, row.discount, row.total]).toEqual([facts.subtotal, facts.discount, facts.total])
      const shippingCents = shipping.reduce((sum, one) => sum + one, 0)
      expect(shippingCents).toBe(cents(facts.shipping))
      expect(cents(row.subtotal) - cents(row.discount) + shippingCents + cents(facts.rounding)).toBe(
        cents(facts.total),
      )
      expect(parcels).toHaveLength(facts.packages)
    }
  })

  it("shows the lines, the buyer and the payment of the facts", () => {
    for (const facts of expected) {
      const row = shown(facts)
      const lines = (row.products as Json[]).map(({ sku, name, price, quantity }) => ({
        sku,
        name,
        unitPrice: price,
        quantity,
      }))
      expect(lines).toEqual(facts.lines)
      const document = String(row.contact_identification ?? "").replaceAll(/[^0-9A-Z]/g, "")
      expect(document).toBe(facts.document?.plain ?? "")
      expect([row.contact_name, row.payment_status]).toEqual([facts.buyer.name, facts.paymentStatus])
      expect(row.customer === null).toBe(!facts.hasCustomer)
      expect((row.payment_details as Json).installments).toBe(facts.installments?.toString() ?? null)
    }
  })

  it("has every verdict, and a reader who looks at status, payment and paid_at finds it", () => {
    const read = (row: Json): ExpectedOrder["verdict"] => {
      if (row.status === "cancelled") return "gone"
      if (["refunded", "partially_refunded", "voided"].includes(String(row.payment_status))) return "gone"
      if (row.payment_status !== "paid") return "not-paid"
      return Date.parse(String(row.paid_at).replace("+0000", "Z")) < Date.parse(ACTIVATED)
        ? "before-activation"
        : "take"
    }
    expect(expected.map((facts) => read(shown(facts)))).toEqual(expected.map(({ verdict }) => verdict))
    expect(new Set(expected.map(({ verdict }) => verdict)).size).toBe(4)
  })

  it("has every oddity among them", () => {
    const some = (test: (facts: ExpectedOrder) => boolean): boolean => expected.some(test)
    expect(some(({ lines }) => new Set(lines.map(({ sku }) => sku)).size < lines.length)).toBe(true)
    expect(some(({ lines }) => lines.some(({ unitPrice }) => unitPrice === "0.00"))).toBe(true)
    expect(some(({ packages }) => packages === 2)).toBe(true)
    expect(some(({ document }) => /[A-Z]/.test(document?.plain ?? ""))).toBe(true)
    expect(some(({ document }) => document === null)).toBe(true)
    expect(some(({ hasCustomer }) => !hasCustomer)).toBe(true)
    expect(some(({ rounding }) => rounding !== "0.00")).toBe(true)
    expect(some(({ installments }) => (installments ?? 0) > 1)).toBe(true)
  })

  it("repeats itself with the same seed and not with another", () => {
    const again = generateOrders({ seed: "facts", count: 150, activatedAt: ACTIVATED, ...PERIOD })
    expect(again.expected).toEqual(expected)
    const other = generateOrders({ seed: "other", count: 150, activatedAt: ACTIVATED, ...PERIOD })
    expect(other.expected).not.toEqual(expected)
  })

  it("leaves every doubt of the documents as a switch", () => {
    expect(simulator.switches).toEqual(DEFAULT_SWITCHES)
  })
})
