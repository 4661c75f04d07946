import type { Level } from "./level"
import { prepareLevel, type PreparedListing } from "./prepare-level"

const whole = (quantity: number): Level => ({ quantity, locations: null })

const listing = (change: Partial<PreparedListing> = {}): PreparedListing => ({
  sku: "MUG-WHITE",
  fulfilledBy: "merchant",
  offer: { quantity: 7 },
  certain: whole(5),
  likely: whole(5),
  needsLocations: false,
  ...change,
})

describe("an owed level", () => {
  it.each([
    [
      "is sent when the platform has another",
      listing(),
      { to: "send", quantity: 7, previous: 5, levels: null },
    ],
    [
      "is not sent when the platform has it",
      listing({ certain: whole(7) }),
      { to: "keep", quantity: 7, levels: null },
    ],
    [
      "is sent when nobody is certain",
      listing({ certain: null, likely: whole(7) }),
      { to: "send", quantity: 7, previous: 7, levels: null },
    ],
    ["is withdrawn when the listing is mapped no longer", undefined, { to: "withdraw" }],
    [
      "is withdrawn when the variant is not counted any more",
      listing({ offer: { quantity: null, why: "not_counted" } }),
      { to: "withdraw" },
    ],
    [
      "asks for a location where there is none",
      listing({ offer: { quantity: null, why: "no_location" } }),
      { to: "tell", problem: { code: "stock_location_missing", details: {} } },
    ],
    [
      "asks which location is which where it would be added to what stands at another",
      listing({ needsLocations: true }),
      { to: "tell", problem: { code: "locations_not_mapped", details: { sku: "MUG-WHITE" } } },
    ],
    [
      "asks nothing where the platform has it, whatever stands where",
      listing({ needsLocations: true, certain: whole(7) }),
      { to: "keep", quantity: 7, levels: null },
    ],
    [
      "never goes to a listing of which nobody knows who sends it",
      listing({ fulfilledBy: null }),
      {
        to: "tell",
        problem: { code: "stock_rejected", details: { sku: "MUG-WHITE", reason: "sku unknown" } },
        againHours: 6,
      },
    ],
  ])("%s", (_what, given, prepared) => {
    expect(prepareLevel(given)).toEqual(prepared)
  })

  const at = (north: number, south: number) => [
    { locationId: "NORTH", quantity: north },
    { locationId: "SOUTH", quantity: south },
  ]
  const offer = { quantity: 7, locations: at(4, 3) }
  it.each<[string, Level | null, "send" | "keep", (number | null)[]]>([
    ["with what each location had", { quantity: 7, locations: at(7, 0) }, "send", [7, 0]],
    ["not, where each location has it", { quantity: 7, locations: at(4, 3) }, "keep", [4, 3]],
    ["where nobody knows what stands where", whole(7), "send", [null, null]],
    ["where nobody knows anything", null, "send", [null, null]],
  ])("that is told by location is sent %s", (_what, certain, to, previous) => {
    expect(prepareLevel(listing({ offer, certain, likely: null }))).toMatchObject({
      to,
      quantity: 7,
      levels: [
        { locationId: "NORTH", quantity: 4, previous: previous[0] },
        { locationId: "SOUTH", quantity: 3, previous: previous[1] },
      ],
    })
  })
})
