import { aWireOrder, type Json } from "../__tests__/a-wire-order"
import { translateOrder } from "../translate"
import { provinceOf } from "./provinces"

const translated = (changes: Json) => translateOrder(aWireOrder(changes), "789")

describe("the buyer", () => {
  it.each<[string, Json, Json]>([
    ["is the contact, with the document's digits only", {}, { name: "Ana Souza", document: "52998224725" }],
    [
      "is the customer where the contact is empty",
      {
        contact_name: "",
        contact_identification: null,
        contact_phone: null,
        customer: { name: "Bia", identification: "111.444.777-35", phone: "11" },
      },
      { name: "Bia", document: "11144477735", phone: "11" },
    ],
    ["needs no customer", { customer: null }, { name: "Ana Souza", email: "ana@example.com" }],
    [
      "keeps the letters of a CNPJ, in capitals, and is then a company",
      { contact_identification: "12.abc.345/01de-35", contact_name: "Loja Ltda" },
      { document: "12ABC34501DE35", company: "Loja Ltda" },
    ],
    [
      "keeps the signs of a Mexican RFC",
      { contact_identification: "m&ñ-010101-ab1" },
      { document: "M&Ñ010101AB1" },
    ],
    [
      "is the company by its own name where that is told",
      { contact_identification: "12345678000195", billing_business_name: "Ana Souza ME" },
      { name: "Ana Souza", company: "Ana Souza ME" },
    ],
  ])("%s", (_what, changes, expected) => {
    expect(translated(changes).buyer).toMatchObject(expected)
  })

  it("is nobody where nothing is told", () => {
    const nothing = {
      contact_name: null,
      contact_email: "",
      contact_phone: null,
      contact_identification: " ",
    }
    expect(translated({ ...nothing, customer: null }).buyer).toBeNull()
  })
})

describe("addresses", () => {
  it("put complement and quarter into the second line, and a name together from its parts", () => {
    const shipping_address = {
      first_name: "Ana",
      last_name: "Souza",
      address: "Rua X",
      locality: "Centro",
      country: "BR",
    }
    expect(translated({ shipping_address }).shippingAddress).toMatchObject({
      name: "Ana Souza",
      line1: "Rua X",
      line2: "Centro",
      postalCode: null,
    })
  })

  it.each<[string, Json[string], string | null]>([
    [
      "are told last",
      { reference: "portão azul", between_streets: "Rua A e Rua B" },
      "ap 4 - Centro - portão azul - Rua A e Rua B",
    ],
    ["may be only one of the two", { reference: "", between_streets: "Rua A" }, "ap 4 - Centro - Rua A"],
    ["may be empty", {}, "ap 4 - Centro"],
    ["may be an empty list", [], "ap 4 - Centro"],
    ["may be an empty text", "", "ap 4 - Centro"],
    ["may be null", null, "ap 4 - Centro"],
    ["may be missing", undefined, "ap 4 - Centro"],
    ["may be anything else, which must not keep the order back", "portão azul", "ap 4 - Centro"],
  ])("point of reference and streets between: %s", (_what, customs, line2) => {
    const shipping_address = { address: "Rua X", floor: "ap 4", locality: "Centro", customs }
    expect(translated({ shipping_address }).shippingAddress).toMatchObject({ line2 })
  })

  it("of the invoice are told with the company", () => {
    const billing = {
      billing_name: "Loja Ltda",
      billing_trade_name: "Loja",
      billing_address: "Av. Paulista",
      billing_number: 1000,
      billing_floor: "10",
      billing_locality: "Bela Vista",
      billing_city: "São Paulo",
      billing_province: "SP",
      billing_zipcode: "01310-100",
      billing_country: "br",
    }
    expect(translated(billing).billingAddress).toEqual({
      name: "Loja Ltda",
      company: "Loja",
      line1: "Av. Paulista, 1000",
      line2: "10 - Bela Vista",
      city: "São Paulo",
      region: "SP",
      postalCode: "01310-100",
      countryCode: "BR",
      phone: null,
    })
  })

  it.each([null, [], {}, { country: "BR" }])("that say nothing are none: %j", (shipping_address) => {
    expect(translated({ shipping_address }).shippingAddress).toBeNull()
  })
})

describe("provinces", () => {
  it.each([
    ["São Paulo", "BR", "SP"],
    ["SAO PAULO", "BR", "SP"],
    ["Pará", "BR", "PA"],
    ["Paraná", "BR", "PR"],
    ["Mato Grosso do Sul", "BR", "MS"],
    ["rj", "BR", "RJ"],
    ["Distrito  Federal", "BR", "DF"],
    ["Santa Fe", "BR", "Santa Fe"],
    ["São Paulo", "AR", "São Paulo"],
    ["Buenos Aires", "AR", "Buenos Aires"],
    [null, "BR", null],
  ])("%s in %s is %s", (name, country, expected) => {
    expect(provinceOf(name, country)).toBe(expected)
  })
})
