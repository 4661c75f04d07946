import { stockPace } from "./stock-pace"

const NOW = Date.parse("2026-11-22T12:00:00Z")
const brake = { zeroed: 6, raised: 0, listings: 8, at: "2026-11-22T11:00:00Z" }
const still = { stock: [], brake: null, writer: "on" as const }
const waiting = { ...still, stock: [{ standing: "waiting" as const }] }

describe("how often levels are looked at", () => {
  it.each([
    ["a level is on its way", waiting, 3_000],
    ["the safety stop holds it", { ...waiting, brake }, 10_000],
    ["sending is off", { ...waiting, writer: "off" as const }, 10_000],
    ["nothing is to be sent", { ...still, stock: [{ standing: "synchronised" as const }] }, 10_000],
    ["nothing has been read yet", undefined, 10_000],
  ])("when %s", (_when, page, every) => {
    expect(stockPace(page, null, NOW)).toBe(every)
  })

  it("closely in the first minute after sending was switched on", () => {
    expect(stockPace(still, "2026-11-22T11:59:30Z", NOW)).toBe(3_000)
    expect(stockPace(still, "2026-11-22T11:58:30Z", NOW)).toBe(10_000)
  })
})
