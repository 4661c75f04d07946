import { readBackOf } from "./read-back"

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
