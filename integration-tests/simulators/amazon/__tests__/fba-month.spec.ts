import { type AmazonSimulator, generateFbaMonth, startAmazonSimulator } from ".."
import { control, type Json } from "./requests"

const options = {
  seed: "month",
  skus: ["MUG", "CAP", "BAG"],
  marketplace: "DE",
  from: "2026-10-01T00:00:00Z",
}

describe("a month of FBA", () => {
  const month = generateFbaMonth(options)
  const { facts } = month
  let simulator: AmazonSimulator
  beforeEach(async () => {
    simulator = await startAmazonSimulator({ now: () => new Date("2026-11-20T12:00:00Z") })
    simulator.openFbaMonth(month)
  })
  afterEach(() => simulator.close())

  it("is the same for the same seed", () => {
    expect(generateFbaMonth(options)).toEqual(month)
    expect(generateFbaMonth({ ...options, seed: "other" }).facts).not.toEqual(facts)
  })

  it("has something of everything", () => {
    const sum = (name: "announced" | "received" | "adjusted" | "returned" | "shipped" | "orders") =>
      month.days.reduce((count, day) => count + day[name].length, 0)
    for (const name of ["announced", "received", "adjusted", "returned", "shipped", "orders"] as const)
      expect([name, sum(name)]).toEqual([name, expect.any(Number)])
    const counts = (["announced", "received", "adjusted", "returned", "shipped", "orders"] as const).map(sum)
    expect(Math.min(...counts)).toBeGreaterThan(0)
    expect(month.days).toHaveLength(30)
  })

  it("balances on paper", () => {
    for (const { opening, received, returned, adjusted, shipped, closing, reserved } of Object.values(
      facts.bySku,
    ))
      expect(opening + received + returned + adjusted - shipped).toBe(closing + reserved)
  })

  it("is played as it stands in its facts, day by day", () => {
    month.days.forEach((_, index) => {
      simulator.playFbaDay(month, index)
      const held = Object.fromEntries(
        simulator
          .fba()
          .list("DE")
          .map((item) => [
            item.sku,
            {
              fulfillable: item.fulfillable,
              reserved: item.pendingCustomerOrder,
              inbound: item.inboundShipped,
            },
          ]),
      )
      const wanted = Object.entries(facts.byDay[index] ?? {}).map(([sku, { lowest: _lowest, ...state }]) => [
        sku,
        state,
      ])
      expect([index, held]).toEqual([index, Object.fromEntries(wanted)])
    })
    const shipped = facts.orders.filter(({ shippedOn }) => shippedOn !== undefined)
    for (const { orderId } of shipped)
      expect(simulator.order(orderId).fulfillment?.fulfillmentStatus).toBe("SHIPPED")
  })

  it("leaves a ledger whose movements lead from the opening to the end", () => {
    month.days.forEach((_, index) => simulator.playFbaDay(month, index))
    for (const [sku, { opening, closing, reserved }] of Object.entries(facts.bySku)) {
      const movements = simulator
        .fba()
        .ledger()
        .filter((event) => event.sku === sku && event.disposition === "SELLABLE")
      const moved = movements.reduce((sum, { quantity }) => sum + quantity, 0)
      expect([sku, opening + moved]).toEqual([sku, closing + reserved])
      expect(movements.every(({ at }) => at < Date.parse("2026-10-31T00:00:00Z"))).toBe(true)
    }
  })

  it("is played from another process", async () => {
    const started = await control(simulator, "POST", "fba-months", { ...options, marketplace: "FR", days: 3 })
    const { id, facts: told } = started.json
    for (const day of [0, 1, 2]) await control(simulator, "POST", `fba-months/${String(id)}/play`, { day })
    const mug = ((told as Json).bySku as Json).MUG as Json
    expect(simulator.fba().item("MUG", "FR").fulfillable).toBe(mug.closing)
  })
})
