import { storeSettingsIn, storeSettingsOf } from "./store-settings"

const one = [{ value: "a", label: "A" }]
const two = [...one, { value: "b", label: "B" }]
const empty = { sales_channel_id: null, stock_location_id: null, platform_location_id: null }

describe("where an account's orders land", () => {
  it.each([
    [
      "the only sales channel and the only location are chosen, never for what lies at the platform",
      {},
      { sales_channels: one, stock_locations: one },
      { ...empty, sales_channel_id: "a", stock_location_id: "a" },
    ],
    ["of two, the store's own defaults hold", {}, { sales_channels: two, stock_locations: two }, empty],
    ["a store without locations leaves them empty", {}, { sales_channels: [], stock_locations: [] }, empty],
    ["what is not known yet is not chosen", {}, {}, empty],
    [
      "what a person has chosen stays, empty as well",
      { sales_channel_id: null, stock_location_id: "b", platform_location_id: "a" },
      { sales_channels: one, stock_locations: one },
      { sales_channel_id: null, stock_location_id: "b", platform_location_id: "a" },
    ],
  ])("%s", (_rule, chosen, choices, settings) => {
    expect(storeSettingsOf(chosen, choices)).toEqual(settings)
  })

  it("counts what an account has already as chosen, and what it leaves empty as not", () => {
    expect(storeSettingsIn({ ...empty, stock_location_id: "b" })).toEqual({ stock_location_id: "b" })
  })
})
