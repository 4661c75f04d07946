import type { PlatformStock } from "../../../../connector"
import { needsLocations, placesOf, shownAt, type AccountPlaces, type Place } from "./places"

const account = (...map: [string, string][]): AccountPlaces => ({
  map: map.map(([location_id, platform_location]) => ({ location_id, platform_location })),
  defaultLocation: "CENTRE",
})

describe("the platform's locations that a level is told for", () => {
  it.each<[string, AccountPlaces | null, string[], string[], Record<string, string[]>]>([
    ["are none where the platform knows none", null, ["shelf"], [], {}],
    ["are none where the account maps none", account(), ["shelf"], [], {}],
    [
      "are those that the account maps, in its order",
      account(["branch", "SOUTH"], ["shelf", "NORTH"]),
      ["shelf", "branch"],
      [],
      { SOUTH: ["branch"], NORTH: ["shelf"] },
    ],
    [
      "are the default one as well where a location is mapped to none",
      account(["branch", "SOUTH"]),
      ["shelf", "branch"],
      [],
      { SOUTH: ["branch"], CENTRE: ["shelf"] },
    ],
    [
      "are one for two locations that are the same there",
      account(["shelf", "NORTH"], ["branch", "NORTH"]),
      ["shelf", "branch"],
      [],
      { NORTH: ["shelf", "branch"] },
    ],
    [
      "hold nothing of a location that the account does not sell from",
      account(["closed", "SOUTH"], ["shelf", "NORTH"]),
      ["shelf"],
      [],
      { SOUTH: [], NORTH: ["shelf"] },
    ],
    [
      "are told that there is nothing once they are mapped no longer",
      account(["shelf", "NORTH"]),
      ["shelf"],
      ["NORTH", "SOUTH"],
      { NORTH: ["shelf"], SOUTH: [] },
    ],
    [
      "are told so as well when the account maps none any more",
      account(),
      ["shelf"],
      ["NORTH", "SOUTH"],
      { CENTRE: ["shelf"], NORTH: [], SOUTH: [] },
    ],
    [
      "begin with the first one where nobody knows the default",
      { ...account(["branch", "SOUTH"]), defaultLocation: null },
      ["shelf", "branch"],
      [],
      { SOUTH: ["branch", "shelf"] },
    ],
  ])("%s", (_what, given, own, told, expected) => {
    const places = placesOf({ account: given, own, told })
    expect(places.map(({ locationId, from }) => [locationId, [...from]])).toEqual(Object.entries(expected))
  })
})

describe("what the platform shows", () => {
  const places: Place[] = [
    { locationId: "NORTH", from: ["shelf"] },
    { locationId: "SOUTH", from: [] },
  ]
  const stock = (change: Partial<PlatformStock> = {}): PlatformStock => ({
    listingKey: "MUG",
    quantity: 12,
    fulfilledBy: "merchant",
    locations: [
      { locationId: "SHOP", quantity: 9 },
      { locationId: "NORTH", quantity: 3 },
    ],
    ...change,
  })

  it.each<[string, Place[], PlatformStock, Pick<PlatformStock, "quantity" | "locations">]>([
    [
      "counts at the locations that we tell, and at no other",
      places,
      stock(),
      {
        quantity: 3,
        locations: [
          { locationId: "NORTH", quantity: 3 },
          { locationId: "SOUTH", quantity: 0 },
        ],
      },
    ],
    ["counts as a whole where we tell none", [], stock(), { quantity: 12, locations: undefined }],
    [
      "counts as a whole where the platform shows none",
      places,
      stock({ locations: undefined }),
      { quantity: 12, locations: undefined },
    ],
    ["is not known where it tells no quantity", places, stock({ quantity: null }), { quantity: null }],
  ])("%s", (_what, given, found, expected) => {
    expect(shownAt(given, found)).toMatchObject(expected)
  })
})

describe("a level that can only be told as a whole", () => {
  const at = (centre: number, south: number) => [
    { locationId: "CENTRE", quantity: centre },
    { locationId: "SOUTH", quantity: south },
  ]
  const unknown = { ...account(), defaultLocation: null }

  it.each<[string, boolean, AccountPlaces | null, string[], ReturnType<typeof at> | null]>([
    ["asks which location is which where goods stand at two", true, account(), [], at(3, 5)],
    ["asks as well where they stand at another than the default one", true, account(), [], at(0, 5)],
    ["asks where nobody knows the default one and goods stand at two", true, unknown, [], at(3, 5)],
    ["is told where goods stand at the default one alone", false, account(), [], at(3, 0)],
    ["is told where nobody knows the default one and goods stand at one", false, unknown, [], at(0, 5)],
    ["is told where there are none anywhere", false, account(), [], at(0, 0)],
    ["is told where the platform shows no locations", false, account(), [], null],
    ["is told where the platform knows no locations", false, null, [], at(3, 5)],
    ["does not ask where the account says it", false, account(["shelf", "SOUTH"]), [], at(3, 5)],
    ["does not ask where it was told by location before", false, account(), ["SOUTH"], at(3, 5)],
  ])("%s", (_what, expected, given, told, shown) => {
    expect(needsLocations({ account: given, told, shown })).toBe(expected)
  })
})
