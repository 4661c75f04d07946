import { resourceName, resourceOf } from "../../../modules/marketplace/resources"
import { nextReadingAt, retryReadingAt } from "./next-reading"
import { readableOf, wantedReadings } from "./wanted-readings"

const site = (externalId: string, enabled = true, platformLocationId: string | null = null) => ({
  externalId,
  enabled,
  platformLocationId,
})
const settings = { platform_location_id: "fba", read_listings: true, read_platform_stock: true }
const capabilities: ("listings" | "inventory")[] = ["listings", "inventory"]
const namesOf = (over: Partial<Parameters<typeof wantedReadings>[0]>) =>
  wantedReadings({ capabilities, settings, sites: [site("US"), site("CA", false)], ...over }).map(
    resourceName,
  )

describe("what is read of an account by schedule", () => {
  it.each([
    [
      "the listings of each enabled marketplace and the platform's stock",
      {},
      ["listings:US", "inventory:fba"],
    ],
    [
      "no listings that the platform does not tell",
      { capabilities: ["inventory" as const] },
      ["inventory:fba"],
    ],
    ["no stock that the platform does not tell", { capabilities: ["listings" as const] }, ["listings:US"]],
    [
      "no listings where a person wants none",
      { settings: { ...settings, read_listings: false } },
      ["inventory:fba"],
    ],
    [
      "no stock where a person wants none",
      { settings: { ...settings, read_platform_stock: false } },
      ["listings:US"],
    ],
    [
      "no stock as long as no location stands for the platform",
      { settings: { ...settings, platform_location_id: null } },
      ["listings:US"],
    ],
    [
      "stock once for marketplaces that share a location, and for each that has its own",
      { sites: [site("DE"), site("FR"), site("UK", true, "fba-uk")] },
      ["listings:DE", "listings:FR", "listings:UK", "inventory:fba", "inventory:fba-uk"],
    ],
  ])("is %s", (_what, over, names) => {
    expect(namesOf(over)).toEqual(names)
  })

  it("can all be asked for by a person, also what the schedule leaves alone", () => {
    const off = { ...settings, read_listings: false, read_platform_stock: false }
    const account = { capabilities, settings: off, sites: [site("US")] }
    expect(wantedReadings(account)).toEqual([])
    expect(readableOf(account).map(resourceName)).toEqual(["listings:US", "inventory:fba"])
  })

  it("has a name that tells what it is", () => {
    const both = [
      { kind: "listings" as const, marketplace: "US" },
      { kind: "inventory" as const, locationId: "sloc_1" },
    ]
    expect(both.map(resourceName).map(resourceOf)).toEqual(both)
    expect(resourceOf("orders")).toBeUndefined()
  })
})

describe("when it is read again", () => {
  const begun = new Date("2026-03-02T12:00:00.000Z")
  it.each([
    ["stock", "inventory", 0, "2026-03-02T13:00:00.000Z"],
    ["listings", "listings", 0, "2026-03-02T18:00:00.000Z"],
    ["listings that the platform allows seldom", "listings", 24, "2026-03-03T12:00:00.000Z"],
  ] as const)("%s", (_what, kind, hours, at) => {
    expect(nextReadingAt(kind, begun, hours).toISOString()).toBe(at)
  })

  it("after a failure is when the platform says, and within hours where only a person can put it right", () => {
    const retry = new Date("2026-03-02T12:05:00.000Z")
    expect(retryReadingAt(retry, begun)).toEqual(retry)
    expect(retryReadingAt(null, begun).toISOString()).toBe("2026-03-02T18:00:00.000Z")
  })
})
