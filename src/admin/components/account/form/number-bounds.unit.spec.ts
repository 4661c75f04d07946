import { accountSettingsSchema } from "../../../../modules/marketplace/settings"
import { numberBounds, wrongNumbers } from "./number-bounds"

describe("numbers that are typed into an account's settings", () => {
  it.each([
    [{ stock_buffer: 0, stock_cap: 5, stock_brake_percent: 30, interval_minutes: 5 }, []],
    [{ stock_buffer: -1 }, ["stock_buffer"]],
    [{ stock_buffer: 1.5 }, ["stock_buffer"]],
    [{ stock_buffer: Number.NaN }, ["stock_buffer"]],
    [{ stock_cap: null }, []],
    [{ stock_cap: 1_000_001 }, ["stock_cap"]],
    [{ stock_brake_percent: 0, interval_minutes: 0 }, ["interval_minutes", "stock_brake_percent"]],
    [{ stock_brake_percent: 101 }, ["stock_brake_percent"]],
  ])("%j: wrong are %j", (settings, wrong) => {
    expect(wrongNumbers(settings).map(({ name }) => name)).toEqual(wrong)
  })

  it.each(Object.entries(numberBounds))("%s has the bounds of the API", (name, { least, most }) => {
    const takes = (value: number) => accountSettingsSchema.safeParse({ [name]: value }).success
    expect([least - 1, least, most, most + 1].map(takes)).toEqual([false, true, true, false])
  })
})
