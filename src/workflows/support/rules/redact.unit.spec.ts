import fc from "fast-check"
import { kindOf, redacted } from "./redact"

describe("what a support bundle says of a platform's answer", () => {
  it("keeps numbers, codes and amounts", () => {
    const answer = {
      id: 871254203,
      number: 1007,
      payment_status: "paid",
      total: "178.90",
      products: [{ sku: "CAMISETA-P", quantity: "2", price: "89.45", free_shipping: false, barcode: null }],
    }
    expect(redacted(answer)).toEqual(answer)
  })

  it.each<[string, unknown, unknown]>([
    ["a name", { contact_name: "Ana Souza" }, { contact_name: "<text 9>" }],
    ["an e-mail, wherever it stands", { status: "ana@example.com" }, { status: "<e-mail 15>" }],
    ["a document", { contact_identification: "529.982.247-25" }, { contact_identification: "<digits 11>" }],
    ["a document as a number", { identification: 52998224725 }, { identification: "<digits 11>" }],
    [
      "a house number",
      { shipping_address: { number: "1200" } },
      { shipping_address: { number: "<digits 4>" } },
    ],
    ["an id of a buyer", { customer: { id: 99 } }, { customer: { id: "<digits 2>" } }],
    ["a day of birth", { born: "1980-02-29T00:00:00Z" }, { born: "<instant>" }],
    [
      "a name that also stands under a plain key",
      { buyer: { name: "Ana Souza" }, reference: "gift of ANA SOUZA" },
      { buyer: { name: "<text 9>" }, reference: "<text 17>" },
    ],
    [
      "a document that also stands under a plain key, and not the number of the order",
      {
        customer: { identification: "52998224725", last_order_id: 1871254208 },
        id: 1871254208,
        number: "52998224725",
      },
      {
        customer: { identification: "<digits 11>", last_order_id: "<digits 10>" },
        id: 1871254208,
        number: "<digits 11>",
      },
    ],
    ["whatever has a key nobody has heard of", { brand_new: "Ana" }, { brand_new: "<text 3>" }],
  ])("hides %s", (_case, answer, shown) => {
    expect(redacted(answer)).toEqual(shown)
  })

  it("says nothing of what stands in a buyer's place, whatever the answer looks like", () => {
    const secret = fc
      .string({ minLength: 6, maxLength: 20 })
      .filter((text) => text.trim().length >= 6 && /[a-z]/i.test(text))
    fc.assert(
      fc.property(
        secret,
        fc.object({ key: fc.constantFrom("id", "name", "buyer", "total", "x") }),
        (name, rest) => {
          const shown = JSON.stringify(
            redacted({ ...rest, customer: { name }, number: name, more: [{ sku: name }] }),
          )
          return !shown.includes(JSON.stringify(name).slice(1, -1)) || kindOf(name).includes(name)
        },
      ),
    )
  })
})
