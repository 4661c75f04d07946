import fc from "fast-check"
import {
  numbersAmong,
  packageNumbers,
  packagesOf,
  type FulfilledLine,
  type KnownPackage,
  type PackageDraft,
} from "./packages"

const ORDER = "702-1234567-1234567"

const aLine = (reference: string, units: number, more: Partial<FulfilledLine> = {}): FulfilledLine => ({
  reference,
  title: `Article ${reference}`,
  sku: `SKU-${reference}`,
  units,
  perPackage: 1,
  open: 1000,
  ...more,
})

const pack = (
  lines: FulfilledLine[],
  trackingNumbers: (string | null)[],
  known: KnownPackage[] = [],
): PackageDraft[] => packagesOf({ order: ORDER, lines, trackingNumbers, known })

it("a package without a label needs no number where the platform asks for none", () => {
  const lines = [aLine("a", 2)]
  const [optional] = packagesOf({
    order: ORDER,
    lines,
    trackingNumbers: [],
    known: [],
    trackingOptional: true,
  })
  expect(optional).toMatchObject({ index: 1, trackingNumber: null, problem: null })
  expect(pack(lines, [])).toMatchObject([{ trackingNumber: null, problem: { code: "tracking_missing" } }])
})

/** "T1: a2 b1" */
const told = (packages: PackageDraft[]): string[] =>
  packages.map(
    ({ trackingNumber, lines }) =>
      `${trackingNumber}: ${lines.map(({ reference, quantity }) => `${reference}${quantity}`).join(" ")}`,
  )

const asKnown = (packages: PackageDraft[], attempted: boolean): KnownPackage[] =>
  packages.map(({ index, trackingNumber, lines }) => ({ index, trackingNumber, lines, attempted }))

describe("the packages of a fulfilment", () => {
  it.each<[string, FulfilledLine[], (string | null)[], string[]]>([
    ["one label is one package", [aLine("a", 2), aLine("b", 1)], ["T1"], ["T1: a2 b1"]],
    [
      "two labels are two packages, filled one after the other",
      [aLine("a", 3), aLine("b", 1)],
      ["T1", "T2"],
      ["T1: a2", "T2: a1 b1"],
    ],
    ["the first gets what does not go evenly", [aLine("a", 5)], ["T1", "T2"], ["T1: a3", "T2: a2"]],
    ["labels beyond the listings are not told", [aLine("a", 1)], ["T1", "T2"], ["T1: a1"]],
    ["labels with one tracking number are one parcel", [aLine("a", 2)], ["T1", " T1 "], ["T1: a2"]],
    [
      "pieces are told in listings",
      [aLine("a", 12, { perPackage: 6 }), aLine("b", 1)],
      ["T1", "T2"],
      ["T1: a2", "T2: b1"],
    ],
    ["what left before the import is not told again", [aLine("a", 3, { open: 2 })], ["T1"], ["T1: a2"]],
    ["nothing is owed of what left before altogether", [aLine("a", 1, { open: 0 })], ["T1"], []],
    ["a fulfilment without goods of the platform owes nothing", [], ["T1"], []],
  ])("%s", (_what, lines, labels, expected) => {
    const packages = pack(lines, labels)
    expect(told(packages)).toEqual(expected)
    expect(packages.map(({ problem }) => problem)).toEqual(expected.map(() => null))
    expect(packages.map(({ index }) => index)).toEqual(expected.map((_one, at) => at + 1))
  })

  it.each<[string, (string | null)[]]>([
    ["without a label", []],
    ["with a label without a number", [null]],
    ["with a label with nothing but spaces", ["  "]],
  ])("wait for a tracking number %s", (_what, labels) => {
    expect(pack([aLine("a", 2)], labels)).toMatchObject([
      { index: 1, trackingNumber: null, problem: { code: "tracking_missing", details: { order: ORDER } } },
    ])
  })

  it("go out where only one of two labels has no tracking number", () => {
    const packages = pack([aLine("a", 2)], ["T1", null])
    expect(packages.map(({ problem }) => problem?.code ?? null)).toEqual([null, "tracking_missing"])
  })

  it("cannot be told where a package of several pieces is not whole", () => {
    expect(pack([aLine("a", 4, { perPackage: 6 })], ["T1"])).toMatchObject([
      {
        problem: {
          code: "package_incomplete",
          details: { order: ORDER, sku: "SKU-a", units: "4", per_package: "6" },
        },
      },
    ])
  })

  it.each([0.5, Number.POSITIVE_INFINITY, Number.NaN])(
    "cannot be read where the order's quantity was changed (%d pieces a listing)",
    (perPackage) => {
      expect(pack([aLine("a", 1, { perPackage })], ["T1"])[0].problem).toMatchObject({
        code: "shipment_unreadable",
        details: { reason: "units_changed" },
      })
    },
  )

  describe("whose labels change", () => {
    const lines = [aLine("a", 4)]
    const before = pack(lines, ["T1", "T2"])

    it.each<[string, boolean, (string | null)[], string[]]>([
      ["keep their number where the label is edited", true, ["T1", "T9"], ["T1: a2", "T9: a2"]],
      ["keep their number where the labels come in another order", true, ["T2", "T1"], ["T1: a2", "T2: a2"]],
      ["keep their contents once they were sent, with fewer labels", true, ["T2"], ["T2: a2", "T2: a2"]],
      ["keep their contents once they were sent, with more", true, ["T1", "T2", "T3"], ["T1: a2", "T2: a2"]],
      ["lose their numbers where all labels are removed", true, [], ["null: a2", "null: a2"]],
      ["are packed anew while nothing was sent, with fewer labels", false, ["T2"], ["T2: a4"]],
      [
        "are packed anew while nothing was sent, with more",
        false,
        ["T1", "T2", "T3"],
        ["T1: a2", "T2: a1", "T3: a1"],
      ],
    ])("%s", (_what, sent, labels, expected) => {
      expect(told(pack(lines, labels, asKnown(before, sent)))).toEqual(expected)
    })

    it("are several as soon as their numbers are added, where there were none", () => {
      const waiting = pack(lines, [])
      expect(told(pack(lines, ["T1", "T2"], asKnown(waiting, false)))).toEqual(["T1: a2", "T2: a2"])
    })

    it("are the same when nothing changes", () => {
      expect(pack(lines, ["T1", "T2"], asKnown(before, true))).toEqual(before)
    })
  })

  const quantities = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 })
  const labels = (count: number) => Array.from({ length: count }, (_, index) => `T${index}`)

  it("hold every listing exactly once and are never empty, whatever is packed", () => {
    fc.assert(
      fc.property(
        quantities,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 6 }),
        (each, count, size) => {
          const lines = each.map((listings, at) => aLine(String(at), listings * size, { perPackage: size }))
          const packages = pack(lines, labels(count))
          const total = each.reduce((sum, one) => sum + one, 0)
          expect(packages).toHaveLength(Math.min(count, total))
          for (const [at, listings] of each.entries()) {
            const held = packages
              .flatMap((one) => one.lines)
              .filter(({ reference }) => reference === String(at))
            expect(held.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(listings)
          }
          const sizes = packages.map((one) => one.lines.reduce((sum, { quantity }) => sum + quantity, 0))
          expect(Math.min(...sizes)).toBeGreaterThan(0)
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
        },
      ),
    )
  })

  it("keep contents and indexes once they were sent, whatever becomes of the labels", () => {
    fc.assert(
      fc.property(
        quantities,
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 0, max: 8 }),
        (each, first, then) => {
          const lines = each.map((listings, at) => aLine(String(at), listings))
          const sent = pack(lines, labels(first))
          const after = pack(lines, labels(then), asKnown(sent, true))
          expect(after.map(({ index, lines: held }) => [index, held])).toEqual(
            sent.map(({ index, lines: held }) => [index, held]),
          )
        },
      ),
    )
  })
})

describe("the numbers of packages", () => {
  it.each<[number[], number, number[]]>([
    [[], 2, [1, 2]],
    [[1, 2], 1, [3]],
    [[7, 3], 2, [8, 9]],
  ])("beyond %j are, for %d, %j", (taken, count, expected) => {
    expect(packageNumbers(count, taken)).toEqual(expected)
  })

  it("count those that the platform's packages have, where they are numbers", () => {
    expect(numbersAmong(["1", "002", "A7", "", "-3", "12345678901"])).toEqual([1, 2])
  })
})
