import { levelReadBackOf, readBackOf } from "./read-back"

describe("reading a level back", () => {
  it.each([
    ["the level itself is there", 3, 10, 10, "applied"],
    ["one was sold of the new level before its order was read", 3, 10, 9, "applied"],
    ["the old number is still there", 3, 10, 3, "not_applied"],
    ["the old number is there, and one of it was sold", 3, 10, 2, "not_applied"],
    ["a lowered level is there", 10, 3, 3, "applied"],
    ["one was sold of a lowered level", 10, 3, 2, "applied"],
    ["a lowered level is not there yet", 10, 3, 10, "not_applied"],
    ["a lowered level is not there yet, and one of the old was sold", 10, 3, 9, "not_applied"],
    ["somebody typed in more", 3, 10, 50, "not_applied"],
    ["the platform tells no number", 3, 10, null, "not_applied"],
    ["nobody knows what was there before", null, 10, 9, "applied"],
  ] as const)("%s", (_what, before, sent, shown, verdict) => {
    expect(readBackOf({ before, sent, shown })).toBe(verdict)
  })
})

describe("reading a level back that was told by location", () => {
  const sent = {
    before: 10,
    quantity: 10,
    levels: [
      { locationId: "NORTH", quantity: 4, previous: 10 },
      { locationId: "SOUTH", quantity: 6, previous: 0 },
    ],
  }
  const shown = (north: number, south: number) => ({
    quantity: north + south,
    locations: [
      { locationId: "NORTH", quantity: north },
      { locationId: "SOUTH", quantity: south },
    ],
  })
  it.each([
    ["each location shows it", shown(4, 6), "applied"],
    ["one was sold of each since", shown(3, 5), "applied"],
    ["the sum is right and nothing was moved", shown(10, 0), "not_applied"],
    ["one location has it, and the other not yet", shown(4, 0), "not_applied"],
    ["the platform shows the whole only", { quantity: 10 }, "applied"],
    ["the platform shows no number", { quantity: null }, "not_applied"],
  ] as const)("%s", (_what, found, verdict) => {
    expect(levelReadBackOf(sent, found)).toBe(verdict)
  })
})
