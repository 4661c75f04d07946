import { personalDataDaysOf } from "./personal-data-days"

const daysOf = (platform: number | undefined, setting: number | null) =>
  personalDataDaysOf({
    connector: { describe: () => ({ personalDataDays: platform }) as never },
    settings: { personal_data_days: setting },
  })

describe("for how long an account keeps its buyers' data", () => {
  it.each([
    ["nobody sets a limit", undefined, null, undefined],
    ["the platform sets one", 30, null, 30],
    ["the store sets one", undefined, 90, 90],
    ["the store wants it shorter than the platform", 30, 7, 7],
    ["the store wants it longer than the platform allows", 30, 90, 30],
  ])("%s", (_what, platform, setting, days) => {
    expect(daysOf(platform, setting)).toBe(days)
  })
})
