import { wireOrderSchema } from "./wire"
import { anItem, aWireOrder } from "./__tests__/a-wire-order"

const amountOf = (amount: unknown) => {
  const proceeds = { grandTotal: { amount, currencyCode: "BRL" } }
  const parsed = wireOrderSchema.safeParse({ ...aWireOrder(), proceeds })
  return parsed.success
    ? parsed.data.proceeds?.grandTotal?.amount
    : `refused at ${parsed.error.issues[0].path.join(".")}`
}
const REFUSED = "refused at proceeds.grandTotal.amount"

describe("an amount as Amazon writes it (the model's Decimal: numbers as in RFC 7159)", () => {
  it.each(["0", "19.90", "-3", "1200.00", "0.0000000001"])(
    "is kept as it is without an exponent: %s",
    (text) => {
      expect(amountOf(text)).toBe(text)
    },
  )

  it.each([
    ["1E+3", "1000"],
    ["1e3", "1000"],
    ["0E-8", "0"],
    ["-0E+2", "0"],
    ["1.990E1", "19.9"],
    ["-12345E-2", "-123.45"],
    ["123456789012345678E-8", "1234567890.12345678"],
    ["10.000000000000", "10"],
    ["0E-30", "0"],
    ["0E+30", "0"],
  ])("%s is %s", (text, plain) => {
    expect(amountOf(text)).toBe(plain)
  })

  it.each([
    "1E31",
    "0E-31",
    "1E999999999",
    "1E",
    "E3",
    "1E+",
    "1E3.5",
    ".5E1",
    "+1E3",
    "1,5E3",
    "0x1F",
    "",
    "NaN",
    "Infinity",
    "1E18",
    "100E-30",
    "1E-11",
  ])("%j is refused", (text) => {
    expect(amountOf(text)).toBe(REFUSED)
  })

  it("is refused as a JSON number, which has lost what cannot be brought back", () => {
    expect(amountOf(19.9)).toBe(REFUSED)
  })
})

describe("the price of one unit, which is for information only", () => {
  const unitPriceOf = (amount: unknown) => {
    const product = {
      title: "A mug",
      sellerSku: "MUG-1",
      price: { unitPrice: { amount, currencyCode: "BRL" } },
    }
    const parsed = wireOrderSchema.safeParse(aWireOrder({ orderItems: [anItem({ product })] }))
    return parsed.success ? parsed.data.orderItems[0].product.price?.unitPrice?.amount : "refused"
  }

  it.each([
    ["19.90", "19.90"],
    ["1E+3", "1000"],
    ["33.333333333333336", null],
    ["1E-11", null],
    ["1E31", null],
  ])("of %s is %s: one that cannot be held does not take the order with it", (text, expected) => {
    expect(unitPriceOf(text)).toBe(expected)
  })

  it("is refused where it is not of the model's type", () => {
    expect(unitPriceOf(19.9)).toBe("refused")
  })
})
