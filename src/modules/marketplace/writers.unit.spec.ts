import { writerState, type Writers } from "./writers"

const writers: Writers = {
  shipments: { on: true, by: "user_1", at: "2026-03-02T12:00:00.000Z", installation: "live" },
}

describe("whether an account may write to its platform", () => {
  it.each([
    ["off, as long as nobody switched it on", "stock", "live", "off"],
    ["on, where a person switched it on", "shipments", "live", "on"],
    ["of a copy, in every other installation", "shipments", "staging", "copied"],
  ] as const)("%s", (_what, writer, installation, state) => {
    expect(writerState(writers, writer, installation)).toBe(state)
  })

  it.each([null, undefined, {}])("off, where nothing was ever said: %j", (nothing) => {
    expect(writerState(nothing, "shipments", "live")).toBe("off")
  })
})
