import { homeMarketplaces } from "./home-marketplaces"

const site = (externalId: string, platformLocationId: string | null = null, enabled = true) => ({
  externalId,
  platformLocationId,
  enabled,
})

describe("which marketplace tells the stock of a platform location", () => {
  it.each([
    ["none without a location", [site("US")], null, []],
    ["the only one", [site("US")], "fba", [["fba", "US"]]],
    [
      "the first of those that share one: they tell the same pieces",
      [site("DE"), site("FR")],
      "fba",
      [["fba", "DE"]],
    ],
    ["not one that is switched off", [site("DE", null, false), site("FR")], "fba", [["fba", "FR"]]],
    [
      "each its own where they have their own",
      [site("DE"), site("UK", "fba-uk"), site("IE", "fba-uk")],
      "fba",
      [
        ["fba", "DE"],
        ["fba-uk", "UK"],
      ],
    ],
  ])("%s", (_what, sites, ofAccount, homes) => {
    expect(
      homeMarketplaces(sites, ofAccount).map(({ locationId, marketplace }) => [locationId, marketplace]),
    ).toEqual(homes)
  })
})
