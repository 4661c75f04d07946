import { carrierFields, carriers } from "./carriers"

describe("the carriers a merchant chooses from", () => {
  it("are each named once, whatever the case, in alphabetical order before the two special ones", () => {
    const codes = carriers.map(({ code }) => code)
    expect(new Set(codes.map((code) => code.toLowerCase())).size).toBe(codes.length)
    const named = codes.slice(0, -2)
    expect(named).toEqual([...named].sort((a, b) => a.localeCompare(b, "en", { sensitivity: "base" })))
    expect(codes.slice(-2)).toEqual(["Self Delivery", "Other"])
    expect(codes).toEqual(expect.arrayContaining(["USPS", "UPS", "FedEx", "DHL", "Correios", "Royal Mail"]))
  })

  it("take a name only where Amazon asks for one", () => {
    expect(carriers.filter(({ takesName }) => takesName).map(({ code }) => code)).toEqual(["Other"])
  })
})

describe("a carrier at Amazon", () => {
  it.each([
    ["of the list", { code: "UPS", name: null }, { carrierCode: "UPS" }],
    ["with an empty name", { code: "UPS", name: " " }, { carrierCode: "UPS" }],
    ["of another name", { code: "Other", name: " Loggi " }, { carrierCode: "Other", carrierName: "Loggi" }],
    [
      "that is the seller",
      { code: "Self Delivery", name: null },
      { carrierCode: "Other", carrierName: "Self Delivery" },
    ],
  ])("%s", (_name, carrier, fields) => {
    expect(carrierFields(carrier)).toEqual(fields)
  })
})
