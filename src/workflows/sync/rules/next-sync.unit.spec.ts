import { nextSyncAt } from "./next-sync"

const now = new Date("2026-03-02T12:00:00.000Z")

describe("the next sync", () => {
  it.each([
    ["comes after the account's interval", 5, 1, "2026-03-02T12:05:00.000Z"],
    ["waits until the platform refills the call that it needs", 1, 0.0056, "2026-03-02T12:02:59.000Z"],
    ["comes after the interval where no rate is known", 15, null, "2026-03-02T12:15:00.000Z"],
    ["does not fail on a rate of zero", 15, 0, "2026-03-02T12:15:00.000Z"],
  ])("%s", (_what, intervalMinutes, ratePerSecond, at) => {
    expect(nextSyncAt({ now, intervalMinutes, ratePerSecond }).toISOString()).toBe(at)
  })
})
