import { anAddress } from "./__tests__/a-channel-order"
import { addressDraft, splitName } from "./address-draft"

const buyer = {
  name: "Buyer Name",
  email: null,
  phone: "+1 555 0100",
  document: "12345678909",
  company: "Buyer Ltd",
}

describe("a name", () => {
  it.each([
    ["Ada Lovelace", { first_name: "Ada", last_name: "Lovelace" }],
    ["  Ada   Maria  Lovelace ", { first_name: "Ada", last_name: "Maria Lovelace" }],
    ["Pelé", { first_name: "Pelé" }],
    ["山田 太郎", { first_name: "山田", last_name: "太郎" }],
    ["", {}],
    ["   ", {}],
    [null, {}],
    [undefined, {}],
  ])("%p is first word and rest", (name, parts) => {
    expect(splitName(name)).toEqual(parts)
  })
})

describe("a Medusa address", () => {
  it("holds what the platform shows and leaves out what it hides", () => {
    expect(addressDraft(anAddress({ line2: "Apt 5" }), null)).toEqual({
      first_name: "Ada",
      last_name: "Maria Lovelace",
      address_1: "1 Example Street",
      address_2: "Apt 5",
      city: "Seattle",
      province: "WA",
      postal_code: "98101",
      country_code: "us",
    })
  })

  it("takes name, company, phone and document from the buyer where the address has none", () => {
    expect(addressDraft(anAddress({ name: null }), buyer)).toMatchObject({
      first_name: "Buyer",
      last_name: "Name",
      company: "Buyer Ltd",
      phone: "+1 555 0100",
      metadata: { document: "12345678909" },
    })
  })

  it("prefers the recipient to the buyer", () => {
    const address = anAddress({ company: "Recipient Ltd", phone: "+1 555 0199" })
    expect(addressDraft(address, buyer)).toMatchObject({
      first_name: "Ada",
      company: "Recipient Ltd",
      phone: "+1 555 0199",
    })
  })

  it("is none where the platform shows none", () => {
    expect(addressDraft(null, buyer)).toBeUndefined()
  })
})
