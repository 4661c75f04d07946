import { noticesState } from "./notices-state"

const since = new Date("2026-11-01T00:00:00Z")

describe("notices of changed orders are", () => {
  it.each([
    ["off where nobody switched them on", null, null, "off"],
    ["off after somebody switched them off", null, "production", "off"],
    ["on in the installation in which that was done", since, "production", "on"],
    ["on where it was done before the installation was kept", since, null, "on"],
    ["the original's in a copy of its database", since, "another", "copied"],
  ] as const)("%s", (_what, notices_since, notices_in, state) => {
    expect(noticesState({ notices_since, notices_in }, "production")).toBe(state)
  })
})
