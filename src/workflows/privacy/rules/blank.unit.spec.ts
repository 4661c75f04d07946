import { addressesIn, blankCustomer, blankedAddress, blankedDetails, isPersonal } from "./blank"

const ada = {
  id: "ordaddr_1",
  first_name: "Ada",
  last_name: "Lovelace",
  company: null,
  address_1: "1 Secret Street",
  address_2: null,
  city: "Seattle",
  province: "WA",
  postal_code: "98101",
  country_code: "us",
  phone: "+1 206 555 0100",
  metadata: { document: "12345678909", floor: "2" },
}

describe("what is personal", () => {
  it("goes from an address; where it is roughly, and what others noted about it, stays", () => {
    const change = blankedAddress(ada)
    expect(change).toEqual({
      id: "ordaddr_1",
      first_name: null,
      last_name: null,
      company: null,
      address_1: null,
      address_2: null,
      postal_code: null,
      phone: null,
      metadata: { document: "" },
    })
  })

  it.each([
    ["one line", { id: "a", address_1: null, postal_code: "98101" }, true],
    ["a document only", { id: "a", metadata: { document: "1" } }, true],
    ["city and country only", { id: "a", city: "Seattle", country_code: "us", metadata: null }, false],
    ["nothing", { id: "a" }, false],
  ])("is looked for in an address with %s", (_what, address, personal) => {
    expect(blankedAddress(address) !== undefined).toBe(personal)
  })

  it("is an e-mail or a name of a customer, not what we noted about where they came from", () => {
    const noted = { id: "cus_1", metadata: { marketplace: { provider: "bazaar" } }, has_account: false }
    expect(isPersonal({ ...noted, email: "ada@example.com" }, blankCustomer)).toBe(true)
    expect(isPersonal({ ...noted, email: null, first_name: null }, blankCustomer)).toBe(false)
  })

  it("goes from the log of an order's changes", () => {
    expect(blankedDetails({ type: "email", old: "ada@example.com", new: "ada@example.org" })).toEqual({
      type: "email",
      old: null,
      new: null,
    })
    const moved = { type: "shipping_address", old: ada, new: { ...ada, id: "ordaddr_2", city: "Tacoma" } }
    expect(addressesIn(moved)).toEqual(["ordaddr_1", "ordaddr_2"])
    const text = JSON.stringify(blankedDetails(moved))
    expect(text).not.toMatch(/Ada|Lovelace|Secret|98101|206|12345678909/)
    expect(text).toContain("Tacoma")
    expect(blankedDetails({ token: "t", original_email: "ada@example.com" })).toEqual({
      token: "t",
      original_email: null,
    })
    expect(addressesIn({ type: "locale", old: "en", new: "pt-BR" })).toEqual([])
  })
})
