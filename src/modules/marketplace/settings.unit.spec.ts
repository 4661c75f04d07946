import { accountSettingsChangeSchema, accountSettingsSchema } from "./settings"

describe("an account's settings", () => {
  it("have a default for everything", () => {
    expect(accountSettingsSchema.parse({})).toMatchObject({
      import_automatically: true,
      interval_minutes: 5,
      review_first: false,
      stock_policy: "take",
      unmapped_policy: "block",
      unpriced_policy: "block",
      sales_channel_id: null,
    })
  })

  it.each([
    ["an interval shorter than a minute", { interval_minutes: 0 }],
    ["an interval longer than a day", { interval_minutes: 1441 }],
    ["half a minute", { interval_minutes: 1.5 }],
    ["a policy that does not exist", { stock_policy: "guess" }],
    ["a setting that does not exist", { stok_policy: "take" }],
    ["an empty id instead of none", { region_id: "" }],
  ])("refuse %s", (_what, change) => {
    expect(accountSettingsSchema.safeParse(change).success).toBe(false)
    expect(accountSettingsChangeSchema.safeParse(change).success).toBe(false)
  })

  it("change only what is named", () => {
    expect(accountSettingsChangeSchema.parse({ review_first: true })).toEqual({ review_first: true })
    expect(accountSettingsChangeSchema.parse({ sales_channel_id: null })).toEqual({ sales_channel_id: null })
    expect(accountSettingsChangeSchema.parse({})).toEqual({})
  })
})
