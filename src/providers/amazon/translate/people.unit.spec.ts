import { aWireOrder, type Json } from "../__tests__/a-wire-order"
import { translateOrder } from "../translate"

describe("people and places", () => {
  it("what the application's roles hide is null, and the order is brought all the same", () => {
    expect(translateOrder(aWireOrder())).toMatchObject({
      buyer: null,
      shippingAddress: null,
      billingAddress: null,
      paymentMethod: null,
      packages: [],
    })
    const city = { deliveryAddress: { city: "Seattle", stateOrRegion: "WA", countryCode: "us" } }
    expect(translateOrder(aWireOrder({ recipient: city })).shippingAddress).toEqual({
      name: null,
      company: null,
      line1: null,
      line2: null,
      city: "Seattle",
      region: "WA",
      postalCode: null,
      countryCode: "US",
      phone: null,
    })
  })

  it.each<[string, Json, Json]>([
    [
      "lines as they are",
      { addressLine1: "1 Main St", addressLine2: "Apt 2", addressLine3: "Back door", city: "X" },
      { line1: "1 Main St", line2: "Apt 2, Back door", city: "X" },
    ],
    [
      "districts are kept",
      { addressLine1: "Cadde 1", districtOrCounty: "Kadıköy", city: "İstanbul" },
      { line1: "Cadde 1", line2: "Kadıköy" },
    ],
    ["a municipality stands in for the city", { municipality: "Tlalpan" }, { city: "Tlalpan", line2: null }],
    [
      "Brazil's separate fields",
      {
        addressLine1: "Rua A, 10, Apto 3",
        extendedFields: {
          streetName: "Rua A",
          streetNumber: "10",
          complement: "Apto 3",
          neighborhood: "Centro",
        },
      },
      { line1: "Rua A, 10", line2: "Apto 3 - Centro" },
    ],
    [
      "Brazil without number and complement",
      { extendedFields: { streetName: "Rua A", neighborhood: "Centro" } },
      { line1: "Rua A", line2: "Centro" },
    ],
    [
      "a neighborhood without street leaves the lines",
      { addressLine1: "Rua A, 10", extendedFields: { neighborhood: "Centro" } },
      { line1: "Rua A, 10", line2: null },
    ],
  ])("an address: %s", (_name, deliveryAddress, expected) => {
    expect(translateOrder(aWireOrder({ recipient: { deliveryAddress } })).shippingAddress).toMatchObject(
      expected,
    )
  })

  it.each([
    ["CPF", "BUYER", "123.456.789-09", "12345678909"],
    ["CNPJ", "BUYER", "12.ABC.345/01DE-35", "12ABC34501DE35"],
    ["VAT", "BUYER", "DE 123456789", "DE123456789"],
    ["VAT", "MARKETPLACE", "DE123456789", undefined],
    ["CST", "BUYER", "1", undefined],
  ])("a %s of the %s", (taxRegistrationType, entityType, taxRegistrationNumber, document) => {
    const tax = { taxRegistrations: [{ taxRegistrationType, entityType, taxRegistrationNumber }] }
    expect(translateOrder(aWireOrder({ tax })).buyer?.document).toBe(document)
  })

  it("the buyer, with the address of the tax document for billing", () => {
    const order = translateOrder(
      aWireOrder({
        buyer: {
          buyerName: "Ana Example",
          buyerEmail: "x@marketplace.amazon.com",
          buyerCompanyName: "Example Ltda",
        },
        tax: {
          taxRegistrations: [
            {
              entityType: "BUYER",
              taxRegistrationType: "CNPJ",
              taxRegistrationNumber: "1",
              taxRegistrationAddress: { addressLine1: "Rua B, 2" },
            },
          ],
        },
      }),
    )
    expect(order.buyer).toEqual({
      name: "Ana Example",
      email: "x@marketplace.amazon.com",
      phone: null,
      document: "1",
      company: "Example Ltda",
    })
    expect(order.billingAddress?.line1).toBe("Rua B, 2")
  })
})
