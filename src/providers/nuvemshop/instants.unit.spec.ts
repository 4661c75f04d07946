import { utc, utcOfZoned, wireInstantSchema } from "./instants"

describe("the platform's instants", () => {
  it.each([
    ["2022-11-15T19:36:59+0000", "2022-11-15T19:36:59.000Z"],
    ["2022-11-15T16:36:59-0300", "2022-11-15T19:36:59.000Z"],
    ["2022-11-15T16:36:59-03:00", "2022-11-15T19:36:59.000Z"],
    ["2022-11-15T19:36:59Z", "2022-11-15T19:36:59.000Z"],
  ])("%s is %s", (received, expected) => {
    expect(utc(received)).toBe(expected)
  })

  it.each(["", "yesterday", "2022-11-15", "2022-11-15T19:36:59", "2022-13-45T19:36:59+0000"])(
    "%j is none",
    (received) => {
      expect(wireInstantSchema.safeParse(received).success).toBe(false)
    },
  )

  it.each([
    ["UTC", "2022-11-15T19:36:59.000Z"],
    ["America/Sao_Paulo", "2022-11-15T22:36:59.000Z"],
    ["-03:00", "2022-11-15T22:36:59.000Z"],
    ["Nowhere/Land", null],
  ])("a date of PHP in %s is %s", (timezone, expected) => {
    expect(utcOfZoned({ date: "2022-11-15 19:36:59.000000", timezone })).toBe(expected)
  })
})
