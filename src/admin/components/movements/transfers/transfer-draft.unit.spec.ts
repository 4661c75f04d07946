import {
  NO_DRAFT,
  packagesTyped,
  placesOf,
  platformLocations,
  transferOf,
  unitsOf,
  type DraftLine,
} from "./transfer-draft"

const account = (platform: string | null, stock: string | null, sites: [boolean, string | null][] = []) => ({
  settings: { platform_location_id: platform, stock_location_id: stock },
  sites: sites.map(([enabled, platform_location_id]) => ({ enabled, platform_location_id })),
})

const line = (quantity: string, units = 1): DraftLine => ({
  listing: { listing_key: "MUG-6", sku: "MUG-6", title: "Mugs", units_per_package: units, variant: null },
  quantity,
})

describe("the locations of a platform", () => {
  it("are the account's own and those of its marketplaces, each once", () => {
    const sites: [boolean, string | null][] = [
      [true, "fba-br"],
      [true, null],
      [true, "fba"],
      [false, "fba-jp"],
    ]
    expect(platformLocations(account("fba", null, sites))).toEqual(["fba", "fba-br"])
  })

  it("are none where none is set", () => {
    expect(platformLocations(account(null, "shelf"))).toEqual([])
  })
})

describe("where a transfer goes", () => {
  it("is preset where there is only one way", () => {
    expect(placesOf(NO_DRAFT, account("fba", "shelf"))).toEqual({ from: "shelf", to: "fba" })
  })

  it("is asked where there are several platform locations", () => {
    expect(placesOf(NO_DRAFT, account("fba", "shelf", [[true, "fba-br"]])).to).toBeUndefined()
  })

  it("never begins at the platform's own location", () => {
    expect(placesOf(NO_DRAFT, account("fba", "fba")).from).toBeUndefined()
  })

  it("is what a person chose, whatever the settings say", () => {
    expect(placesOf({ ...NO_DRAFT, from: "attic", to: "fba-br" }, account("fba", "shelf"))).toEqual({
      from: "attic",
      to: "fba-br",
    })
  })
})

describe("a line of a transfer", () => {
  it.each([
    ["12", 12],
    [" 3 ", 3],
    ["0", undefined],
    ["-1", undefined],
    ["1.5", undefined],
    ["", undefined],
    ["1000001", undefined],
  ])("%j typed is %s packages", (text, packages) => {
    expect(packagesTyped(text)).toBe(packages)
  })

  it("takes its packages times the units of each from stock", () => {
    expect(unitsOf(line("4", 6))).toBe(24)
    expect(unitsOf(line("", 6))).toBeUndefined()
  })
})

describe("a transfer", () => {
  const draft = { ...NO_DRAFT, reference: " FBA15 ", lines: [line("4", 6)] }

  it("is sent in packages, with its places", () => {
    expect(transferOf(draft, account("fba", "shelf"))).toEqual({
      reference: "FBA15",
      from_location_id: "shelf",
      to_location_id: "fba",
      lines: [{ listing_key: "MUG-6", quantity: 4 }],
    })
  })

  it.each([
    ["its reference", { ...draft, reference: " " }],
    ["every line", { ...draft, lines: [] }],
    ["the quantity of a line", { ...draft, lines: [line("2"), line("")] }],
  ])("cannot be recorded without %s", (_what, missing) => {
    expect(transferOf(missing, account("fba", "shelf"))).toBeUndefined()
  })

  it("cannot be recorded while it is not known where it goes", () => {
    expect(transferOf(draft, account(null, "shelf"))).toBeUndefined()
  })
})
