import { areOtherMarketplaces, refreshSites } from "./refresh-sites"

const brazil = {
  externalId: "BR",
  name: "Bazaar Brazil",
  country: "BR",
  currency: "BRL",
  participating: true,
}
const known = { id: "mpsite_1", external_id: "BR", name: "Bazaar Brazil", country: "BR", currency: "BRL" }

describe("the sites of an account after its marketplaces were listed again", () => {
  it("stay untouched when nothing is new", () => {
    expect(refreshSites([known], [brazil])).toEqual({ add: [], change: [] })
  })

  it("gain a marketplace the seller joined, enabled when the seller takes part in it", () => {
    const mexico = {
      externalId: "MX",
      name: "Bazaar Mexico",
      country: "MX",
      currency: "MXN",
      participating: false,
    }
    expect(refreshSites([known], [brazil, mexico]).add).toEqual([
      { external_id: "MX", enabled: false, name: "Bazaar Mexico", country: "MX", currency: "MXN" },
    ])
  })

  it("take over a new name and nothing that a person decided", () => {
    const change = refreshSites([known], [{ ...brazil, name: "Bazaar Brasil", participating: false }]).change
    expect(change).toEqual([{ id: "mpsite_1", name: "Bazaar Brasil", country: "BR", currency: "BRL" }])
  })

  it("keep a marketplace that is no longer listed", () => {
    expect(refreshSites([known], [])).toEqual({ add: [], change: [] })
  })
})

describe("marketplaces of an authorization", () => {
  const sites = (...ids: string[]) => ids.map((external_id) => ({ external_id }))
  const listed = (...ids: string[]) => ids.map((externalId) => ({ ...brazil, externalId }))

  it.each([
    ["all of them are the account's", sites("BR", "MX"), listed("BR", "MX"), false],
    ["one is the account's", sites("BR"), listed("US", "BR"), false],
    ["none is the account's", sites("BR", "MX"), listed("DE", "FR"), true],
    ["the account has none yet", [], listed("DE"), false],
    ["the platform lists none", sites("BR"), [], false],
  ])("are others than an account's: %s", (_what, known, told, expected) => {
    expect(areOtherMarketplaces(known, told)).toBe(expected)
  })
})
