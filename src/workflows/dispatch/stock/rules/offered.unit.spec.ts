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
