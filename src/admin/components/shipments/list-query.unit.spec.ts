import { isNarrowed, toShipmentsQuery } from "./list-query"

const address = (text: string) => (name: string) => new URLSearchParams(text).get(name) ?? ""

describe("the address of a list of shipments", () => {
  it("asks for all shipments and no stock levels, what changed last first, when it says nothing", () => {
    expect(toShipmentsQuery(address(""))).toEqual({
      kind: "shipment",
      account_id: [],
      state: [],
      problem_code: [],
      needs_person: undefined,
      q: "",
      order: "-updated_at",
    })
  })

  it("takes what the accounts page links to", () => {
    expect(toShipmentsQuery(address("account_id=mpacc_1&needs_person=true"))).toMatchObject({
      account_id: ["mpacc_1"],
      needs_person: true,
    })
  })

  it("stays with one account on its own page", () => {
    expect(toShipmentsQuery(address("account_id=another"), "mpacc_1").account_id).toEqual(["mpacc_1"])
  })

  it.each([
    ["", false],
    ["tab=shipping&sort=created_at&offset=20&shipment=mpdis_1", false],
    ["q=702", true],
    ["needs_person=true", true],
    ["state=rejected", true],
  ])("knows whether %j narrows the list", (text, narrowed) => {
    expect(isNarrowed(address(text))).toBe(narrowed)
  })
})
