import { owesLevel, settledLevel, type LevelRow } from "./owes"

const AT = new Date("2026-11-22T10:00:00Z")
const LATER = new Date("2026-11-22T10:05:00Z")

const row = (change: Partial<LevelRow> = {}): LevelRow => ({
  state: "confirmed",
  quantity: 5,
  locations: null,
  attemptedAt: AT,
  confirmedAt: LATER,
  inHand: false,
  due: false,
  ...change,
})

describe("a level is owed", () => {
  it.each([
    ["of a listing that nothing was ever sent to", null, 5, true],
    ["when the platform has another one", row(), 4, true],
    ["not when the platform has it", row(), 5, false],
    ["when it was withdrawn and can be offered again", row({ state: "withdrawn" }), 5, true],
    ["when another one is on its way", row({ state: "sent" }), 4, true],
    ["not when the same is on its way", row({ state: "sent" }), 5, false],
    ["when another one got no answer", row({ state: "unknown" }), 4, true],
    ["not when the same got no answer: it is looked up", row({ state: "unknown" }), 5, false],
    ["not when the same was rejected", row({ state: "rejected" }), 5, false],
    ["when another one was rejected", row({ state: "rejected" }), 4, true],
    ["not once more: it is computed when it is sent", row({ state: "owed", due: true }), 4, false],
    [
      "once more when a worker has computed it already",
      row({ state: "owed", due: true, inHand: true }),
      4,
      true,
    ],
    ["once more when it waited for a person", row({ state: "owed", due: false }), 4, true],
  ])("%s", (_what, known, quantity, owed) => {
    expect(owesLevel(known, { quantity })).toBe(owed)
  })

  it("never where nobody knows how much there is", () => {
    expect(owesLevel(null, { quantity: null, why: "not_counted" })).toBe(false)
  })
})

describe("a level that is told by location", () => {
  const at = (north: number, south: number) => [
    { locationId: "NORTH", quantity: north },
    { locationId: "SOUTH", quantity: south },
  ]
  it.each([
    ["is owed when only the split is another", row({ locations: at(3, 2) }), at(2, 3), true],
    ["is not owed when each location has it", row({ locations: at(3, 2) }), at(3, 2), false],
    ["is owed when it was told as a whole before", row(), at(5, 0), true],
    [
      "is not owed for a location that was never told and has nothing",
      row({ locations: at(5, 0).slice(0, 1) }),
      at(5, 0),
      false,
    ],
    ["is owed when another split is on its way", row({ state: "sent", locations: at(3, 2) }), at(2, 3), true],
    [
      "is not owed when the same is on its way",
      row({ state: "unknown", locations: at(3, 2) }),
      at(3, 2),
      false,
    ],
  ])("%s", (_what, known, locations, owed) => {
    expect(owesLevel(known, { quantity: 5, locations })).toBe(owed)
  })
})

describe("what the platform has", () => {
  it.each([
    ["is what it confirmed", row(), 5],
    ["is not certain while something sent since is open", row({ attemptedAt: LATER, confirmedAt: AT }), null],
    ["is not known when nothing was ever confirmed", row({ confirmedAt: null }), null],
    ["is what was found there without sending", row({ attemptedAt: null }), 5],
  ])("%s", (_what, known, quantity) => {
    expect(settledLevel(known)?.quantity ?? null).toBe(quantity)
  })
})
