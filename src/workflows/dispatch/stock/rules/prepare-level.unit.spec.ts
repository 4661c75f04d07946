import { prepareLevel, type PreparedListing } from "./prepare-level"

const listing = (change: Partial<PreparedListing> = {}): PreparedListing => ({
  sku: "MUG-WHITE",
  fulfilledBy: "merchant",
  offer: { quantity: 7 },
  certain: 5,
  likely: 5,
  ...change,
})

describe("an owed level", () => {
  it.each([
    ["is sent when the platform has another", listing(), { to: "send", quantity: 7, previous: 5 }],
    ["is not sent when the platform has it", listing({ certain: 7 }), { to: "keep", quantity: 7 }],
    [
      "is sent when nobody is certain",
      listing({ certain: null, likely: 7 }),
      { to: "send", quantity: 7, previous: 7 },
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
})
