import { countedOut, shipmentMovements, withCount, type PlatformShipment } from "./late-shipment"
import { ledgerOf } from "./ledger"

const at = (text: string) => new Date(`2026-03-02T${text}:00.000Z`)
const order = (over: Partial<PlatformShipment> = {}): PlatformShipment => ({
  reference: "701-1",
  marketplace: "US",
  placedAt: at("09:00"),
  locationId: "fba",
  lines: [
    {
      reference: "line",
      listingKey: "A",
      variantId: "mug",
      needs: [{ inventoryItemId: "mug", sku: null, quantity: 2 }],
    },
  ],
  ...over,
})

describe("an order that the platform shipped", () => {
  it.each([
    ["was placed before the last count: the count had it out", at("09:00"), at("10:00"), true],
    ["was placed in the instant of the count: the count had it out", at("10:00"), at("10:00"), true],
    ["was placed after the last count: it comes out now", at("11:00"), at("10:00"), false],
    ["was placed where nobody has counted yet: it comes out now", at("09:00"), undefined, false],
    ["does not say when it was placed: it comes out now", null, at("10:00"), false],
  ])("%s", (_what, placed, counted, out) => {
    expect(countedOut(placed, counted)).toBe(out)
  })

  it("takes its goods out of the platform's location, line by line", () => {
    expect(shipmentMovements(order())).toMatchObject([
      {
        reason: "platform_shipment",
        reference: "701-1",
        line_reference: "line",
        marketplace: "US",
        listing_key: "A",
        inventory_item_id: "mug",
        location_id: "fba",
        quantity: -2,
      },
    ])
  })

  it("takes nothing where nothing is needed", () => {
    const lines = [{ reference: "line", listingKey: "A", variantId: null, needs: [] }]
    expect(shipmentMovements(order({ lines }))).toEqual([])
  })

  it("leaves the level as it is where the count had it out, and is told all the same", () => {
    const counts = new Map([["fba", at("10:00")]])
    const drafts = withCount(shipmentMovements(order()), at("09:00"), counts)
    const { movements, levels } = ledgerOf(new Map([["mug@fba", 5]]), drafts)
    expect(movements.map(({ reason, quantity, balance }) => [reason, quantity, balance])).toEqual([
      ["platform_shipment", -2, 3],
      ["platform_count", 2, 5],
    ])
    expect(levels.get("mug@fba")).toBe(5)
  })

  it("does not ask the count of another location", () => {
    const counts = new Map([["other", at("10:00")]])
    expect(withCount(shipmentMovements(order()), at("09:00"), counts)).toHaveLength(1)
  })
})

describe("a ledger", () => {
  it("begins a level that it does not know at nothing, and may go below it", () => {
    const { movements } = ledgerOf(new Map(), shipmentMovements(order()))
    expect(movements.map(({ balance }) => balance)).toEqual([-2])
  })
})
