import { retryReadingAt } from "./next-reading"

const now = new Date("2026-11-23T12:00:00.000Z")
const at = (time: string) => new Date(`2026-11-23T${time}:00.000Z`)

describe("a reading that failed", () => {
  it.each<[string, Date | null, number | undefined, Date]>([
    ["when its trouble may be over", at("12:05"), undefined, at("12:05")],
    ["six hours later where a person has to act", null, undefined, at("18:00")],
    ["not before the platform may be asked again", at("13:00"), 4, at("16:00")],
    ["later than that where its trouble lasts longer", null, 4, at("18:00")],
  ])("is tried again %s", (_when, retryAt, minimumHours, expected) => {
    expect(retryReadingAt(retryAt, now, minimumHours)).toEqual(expected)
  })
})
