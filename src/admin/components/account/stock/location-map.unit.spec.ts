import { mappedLocations, placeOf, withPlace } from "./location-map"

const map = [
  { location_id: "shelf", platform_location: "01A" },
  { location_id: "cellar", platform_location: "01B" },
]

describe("which of the platform's locations the store's are", () => {
  it("is told of each location with its place in the settings", () => {
    expect(placeOf(map, "cellar")).toEqual({ place: 1, location_id: "cellar", platform_location: "01B" })
    expect(placeOf(map, "attic")).toBeUndefined()
  })

  it.each([
    ["another one, where it stood", "shelf", "01C", [{ ...map[0], platform_location: "01C" }, map[1]]],
    ["a first one, at the end", "attic", "01A", [...map, { location_id: "attic", platform_location: "01A" }]],
    ["none any more", "shelf", null, [map[1]]],
    ["none, as before", "attic", null, map],
  ])("%s", (_name, location, chosen, changed) => {
    expect(withPlace(map, location, chosen)).toEqual(changed)
  })

  it("still shows a location that the store no longer has", () => {
    expect(mappedLocations([{ value: "shelf", label: "Shelf" }], map)).toEqual([
      { value: "shelf", label: "Shelf" },
      { value: "cellar", label: "cellar" },
    ])
  })
})
