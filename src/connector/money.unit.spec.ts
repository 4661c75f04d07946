import fc from "fast-check"
import * as money from "./money"

const cents = fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n })

/** Writes minor units as a decimal string, independent of the code under test. */
function fromCents(minor: bigint): string {
  const digits = (minor < 0n ? -minor : minor).toString().padStart(3, "0")
  return `${minor < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

describe("a decimal", () => {
  it.each(["0", "19.90", "-3", "1200", "0.0000000001", "999999999999999999.9999999999", "-0.5", "007"])(
    "may be %s",
    (text) => {
      expect(money.decimalSchema.safeParse(text).success).toBe(true)
    },
  )

  it.each([
    "",
    " ",
    "1e3",
    "1,50",
    "1.",
    ".5",
    "+1",
    "1 000",
    "NaN",
    "Infinity",
    "1.2.3",
    "--1",
    "1\n",
    "1234567890123456789",
  ])("may not be %j", (text) => {
    expect(money.decimalSchema.safeParse(text).success).toBe(false)
  })

  it("may not be a number", () => {
    expect(money.decimalSchema.safeParse(1.5).success).toBe(false)
  })
})

describe("arithmetic on decimals", () => {
  it.each<[string[], string]>([
    [[], "0"],
    [["0.1", "0.2"], "0.3"],
    [["19.90", "-19.90"], "0"],
    [["999999999999999999.99", "0.01"], "1000000000000000000"],
    [["0.0000000001", "0.0000000001"], "0.0000000002"],
  ])("sum of %j is %s", (amounts, expected) => {
    expect(money.sum(...amounts)).toBe(expected)
  })

  it.each([
    ["subtract", money.subtract("0.3", "0.1"), "0.2"],
    ["negate", money.negate("-1.50"), "1.5"],
    ["absolute", money.absolute("-1.50"), "1.5"],
    ["multiply by an amount", money.multiply("1.1", "1.1"), "1.21"],
    ["multiply by a count", money.multiply("19.99", 3), "59.97"],
    ["divide", money.divide("1", 8), "0.125"],
    ["divide to 20 places", money.divide("1", 3), "0.33333333333333333333"],
    ["least", money.least("2", "10"), "2"],
    ["least of equals keeps the first", money.least("1.0", "1"), "1.0"],
  ])("%s", (_name, actual, expected) => {
    expect(actual).toBe(expected)
  })

  it.each([
    ["1", "2", -1],
    ["2", "1", 1],
    ["1.0", "1", 0],
    ["-0", "0", 0],
    ["10", "9", 1],
    ["-10", "-9", -1],
  ] as const)("compares %s with %s by value", (left, right, expected) => {
    expect(money.compare(left, right)).toBe(expected)
    expect(money.equal(left, right)).toBe(expected === 0)
  })

  it.each([
    ["0", true],
    ["-0.00", true],
    ["0.0000000001", false],
  ])("knows whether %s is zero", (amount, expected) => {
    expect(money.isZero(amount)).toBe(expected)
  })

  it("refuses to divide by zero", () => {
    expect(() => money.divide("1", "0.00")).toThrow(RangeError)
  })
})

describe("for any amounts in cents", () => {
  it("a sum is exact and does not depend on the order", () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 30 }), (list) => {
        const total = list.reduce((left, right) => left + right, 0n)
        expect(money.equal(money.sum(...list.map(fromCents)), fromCents(total))).toBe(true)
        expect(money.sum(...list.map(fromCents).reverse())).toBe(money.sum(...list.map(fromCents)))
      }),
    )
  })

  it("subtracting undoes adding, and negating is subtracting from zero", () => {
    fc.assert(
      fc.property(cents, cents, (left, right) => {
        const [a, b] = [fromCents(left), fromCents(right)]
        expect(money.equal(money.subtract(money.sum(a, b), b), a)).toBe(true)
        expect(money.equal(money.negate(a), money.subtract(money.ZERO, a))).toBe(true)
      }),
    )
  })

  it("comparing agrees with comparing the cents", () => {
    fc.assert(
      fc.property(cents, cents, (left, right) => {
        expect(money.compare(fromCents(left), fromCents(right))).toBe(
          left < right ? -1 : left > right ? 1 : 0,
        )
      }),
    )
  })

  it("results are decimals again, without exponent", () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 0, max: 100 }), (minor, count) => {
        expect(money.decimalSchema.safeParse(money.multiply(fromCents(minor), count)).success).toBe(true)
      }),
    )
  })
})
