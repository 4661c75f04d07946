import fc from "fast-check"
import { offeredOf, type ItemStock } from "./offered"

const offered = (
  items: ItemStock[],
  change: {
    units?: number
    buffer?: number
    cap?: number | null
    counted?: boolean
    located?: boolean
    variant?: null
  } = {},
) =>
  offeredOf({
    variant: change.variant === null ? undefined : { manageInventory: change.counted ?? true, items },
    unitsPerPackage: change.units ?? 1,
    hasLocation: change.located ?? true,
    settings: { stock_buffer: change.buffer ?? 0, stock_cap: change.cap ?? null },
  })

const one = (available: number, required = 1): ItemStock => ({ available, required })

describe("what is offered of a listing", () => {
  it.each([
    ["what there is", [one(7)], {}, 7],
    ["nothing where nothing is left", [one(0)], {}, 0],
    ["nothing where more is promised than there is", [one(-3)], {}, 0],
    ["whole packages only", [one(17)], { units: 6 }, 2],
    ["as much as the scarcest part of a set allows", [one(9), one(8, 4)], {}, 2],
    ["packages of sets", [one(20, 2), one(30, 1)], { units: 3 }, 3],
    ["what the buffer leaves", [one(7)], { buffer: 2 }, 5],
    ["nothing where the buffer takes it all", [one(2)], { buffer: 5 }, 0],
    ["at most the cap", [one(70)], { cap: 20 }, 20],
    ["nothing with a cap of zero", [one(70)], { cap: 0 }, 0],
    ["buffer before cap", [one(21)], { buffer: 3, cap: 20 }, 18],
    ["the cap of what is not counted", [], { counted: false, cap: 20 }, 20],
    ["whole pieces of what is weighed", [one(2.9)], {}, 2],
  ])("is %s", (_what, items, change, quantity) => {
    expect(offered(items, change)).toEqual({ quantity })
  })

  it.each([
    ["the variant is gone", [one(5)], { variant: null }, "variant_missing"],
    ["Medusa does not count it", [], { counted: false }, "not_counted"],
    ["it has no inventory item", [], {}, "not_counted"],
    ["the account has no location", [one(5)], { located: false }, "no_location"],
  ] as const)("is not known, and not zero, where %s", (_what, items, change, why) => {
    expect(offered([...items], change)).toEqual({ quantity: null, why })
  })

  const item = fc.record({
    available: fc.integer({ min: -500, max: 5_000 }),
    required: fc.integer({ min: 1, max: 12 }),
  })

  it("can always be handed over in full, and one listing more could not", () => {
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 24 }),
        fc.nat({ max: 50 }),
        fc.option(fc.nat({ max: 200 })),
        (items, units, buffer, cap) => {
          const { quantity } = offered(items, { units, buffer, cap })
          if (quantity === null) throw new Error("It is counted and has a location")
          expect(Number.isInteger(quantity)).toBe(true)
          const needed = (listings: number, { required }: ItemStock) => listings * units * required
          const fits = (listings: number) => items.every((one) => needed(listings, one) <= one.available)
          expect(quantity === 0 || fits(quantity + buffer)).toBe(true)
          expect(quantity === cap || !fits(quantity + buffer + 1)).toBe(true)
        },
      ),
    )
  })
})

describe("what is offered by location", () => {
  type At = Record<string, ItemStock[]>
  const splitOf = (at: At, change: { units?: number; buffer?: number; cap?: number | null } = {}) =>
    offeredOf({
      variant: { manageInventory: true, items: [one(0)] },
      unitsPerPackage: change.units ?? 1,
      hasLocation: true,
      settings: { stock_buffer: change.buffer ?? 0, stock_cap: change.cap ?? null },
      places: Object.entries(at).map(([locationId, items]) => ({ locationId, items })),
    })
  const told = (offer: ReturnType<typeof splitOf>) =>
    offer.quantity === null ? null : (offer.locations ?? []).map(({ quantity }) => quantity)

  it.each([
    ["what each of them has", { NORTH: [one(7)], SOUTH: [one(2)] }, {}, [7, 2]],
    ["nothing where there is nothing", { NORTH: [one(7)], SOUTH: [one(0)] }, {}, [7, 0]],
    ["less what is promised beyond another's stock", { NORTH: [one(-3)], SOUTH: [one(10)] }, {}, [0, 7]],
    [
      "nothing anywhere where more is promised than there is",
      { NORTH: [one(-9)], SOUTH: [one(4)] },
      {},
      [0, 0],
    ],
    ["whole packages of each", { NORTH: [one(8)], SOUTH: [one(5)] }, { units: 6 }, [1, 0]],
    ["whole sets of each", { NORTH: [one(5), one(0)], SOUTH: [one(0), one(5)] }, {}, [0, 0]],
    ["less one buffer in all", { NORTH: [one(5)], SOUTH: [one(4)] }, { buffer: 3 }, [5, 1]],
    ["at most one cap in all", { NORTH: [one(5)], SOUTH: [one(40)] }, { cap: 20 }, [5, 15]],
  ])("is %s", (_what, at, change, expected) => {
    expect(told(splitOf(at, change))).toEqual(expected)
  })

  it("stands at the first one where Medusa does not count it", () => {
    const offer = offeredOf({
      variant: { manageInventory: false, items: [] },
      unitsPerPackage: 1,
      hasLocation: true,
      settings: { stock_buffer: 0, stock_cap: 20 },
      places: [
        { locationId: "NORTH", items: [] },
        { locationId: "SOUTH", items: [] },
      ],
    })
    expect([offer.quantity, told(offer)]).toEqual([20, [20, 0]])
  })

  const available = fc.integer({ min: -500, max: 5_000 })
  const parts = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 })

  it("adds up, can be handed over at each place, and is never more than there is in all", () => {
    fc.assert(
      fc.property(
        parts.chain((required) =>
          fc.array(fc.tuple(...required.map((each) => available.map((left) => one(left, each)))), {
            minLength: 1,
            maxLength: 5,
          }),
        ),
        fc.integer({ min: 1, max: 24 }),
        fc.nat({ max: 50 }),
        fc.option(fc.nat({ max: 200 })),
        (stocked, units, buffer, cap) => {
          const at = Object.fromEntries(stocked.map((items, place) => [`PLACE-${place}`, items]))
          const offer = splitOf(at, { units, buffer, cap })
          const locations = told(offer) ?? []
          expect(locations.reduce((sum, quantity) => sum + quantity, 0)).toBe(offer.quantity)
          expect(locations).toHaveLength(stocked.length)
          locations.forEach((quantity, place) => {
            expect(Number.isInteger(quantity) && quantity >= 0).toBe(true)
            const fits = stocked[place].every((item) => quantity * units * item.required <= item.available)
            expect(quantity === 0 || fits).toBe(true)
          })

          const inAll = stocked[0].map(({ required }, part) => ({
            required,
            available: stocked.reduce((sum, items) => sum + items[part].available, 0),
          }))
          const whole = offered(inAll, { units, buffer, cap })
          expect(offer.quantity ?? 0).toBeLessThanOrEqual(whole.quantity ?? 0)
          // The same stock gives the same split, whenever it is asked.
          expect(splitOf(at, { units, buffer, cap })).toEqual(offer)
        },
      ),
    )
  })
})
