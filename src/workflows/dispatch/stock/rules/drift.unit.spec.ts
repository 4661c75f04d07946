import { driftOf, levelDriftOf } from "./drift"

const READ = new Date("2026-11-22T10:00:00Z")
const BEFORE = new Date("2026-11-22T09:00:00Z")
const AFTER = new Date("2026-11-22T10:05:00Z")

describe("a number at the platform", () => {
  it.each([
    ["that is ours is the same", 5, null, null, "same"],
    ["that is higher has drifted: nobody sells upwards", 6, null, null, "drifted"],
    ["that is lower may be a sale", 4, null, AFTER, "wait"],
    [
      "that is lower once more has drifted, the orders having been read since",
      4,
      { found: 4, at: READ },
      AFTER,
      "drifted",
    ],
    ["that is lower once more waits for the orders", 4, { found: 4, at: READ }, BEFORE, "wait"],
    ["that is lower for the first time is a new sale", 4, { found: 5, at: READ }, AFTER, "wait"],
    ["that is lower waits while orders were never read", 4, { found: 4, at: READ }, null, "wait"],
  ] as const)("%s", (_what, found, earlier, ordersReadUntil, verdict) => {
    expect(driftOf({ expected: 5, found, earlier, ordersReadUntil })).toBe(verdict)
  })
})

describe("numbers at the platform's locations", () => {
  const level = (north: number, south: number) => ({
    quantity: north + south,
    locations: [
      { locationId: "NORTH", quantity: north },
      { locationId: "SOUTH", quantity: south },
    ],
  })
  it.each([
    ["that are ours are the same", level(3, 2), null, null, "same"],
    ["of which one is higher have drifted", level(4, 2), null, null, "drifted"],
    ["that are more in all have drifted, whatever one of them lost", level(1, 9), null, null, "drifted"],
    ["of which one is lower may be a sale", level(2, 2), null, AFTER, "wait"],
    ["that were moved wait for the orders first", level(1, 4), null, AFTER, "wait"],
    [
      "that were moved have drifted, the orders having been read since",
      level(1, 4),
      { level: level(1, 4), at: READ },
      AFTER,
      "drifted",
    ],
    [
      "of which the sum alone is shown are held against the sum",
      { quantity: 5, locations: null },
      null,
      null,
      "same",
    ],
  ] as const)("%s", (_what, found, earlier, ordersReadUntil, verdict) => {
    expect(levelDriftOf({ expected: level(3, 2), found, earlier, ordersReadUntil })).toBe(verdict)
  })
})
