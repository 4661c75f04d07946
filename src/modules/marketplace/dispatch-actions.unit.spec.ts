import { actionsOnDispatch, failingCodes, standingOf } from "./dispatch-actions"

const now = new Date("2026-03-02T12:00:00.000Z")
const later = new Date("2026-03-02T12:01:00.000Z")

describe("how something owed to a platform stands", () => {
  it.each([
    ["waiting", "owed", null, null],
    ["waiting", "owed", "platform_throttled", null],
    ["waiting", "owed", "platform_unavailable", null],
    ["failed", "owed", "tracking_missing", null],
    ["failed", "owed", "dispatch_failed", null],
    ["failed", "rejected", "shipment_refused_for_now", null],
    ["sending", "sent", null, null],
    ["sending", "unknown", null, later],
    ["unknown", "unknown", "outcome_unknown", null],
    ["unknown", "unknown", null, new Date("2026-03-02T11:59:00.000Z")],
    ["synchronised", "confirmed", null, null],
    ["withdrawn", "withdrawn", null, null],
  ] as const)("%s: %s with %s", (standing, state, problem_code, lease_until) => {
    expect(standingOf({ state, problem_code, lease_until }, now)).toBe(standing)
  })

  it("does not call failed what waits for the platform", () => {
    expect(failingCodes).not.toContain("platform_unavailable")
    expect(failingCodes).toContain("carrier_missing")
  })
})

describe("what a person can do with it", () => {
  it.each([
    ["owed", ["retry", "withdraw"]],
    ["sent", ["retry"]],
    ["unknown", ["retry", "withdraw"]],
    ["rejected", ["retry", "withdraw"]],
    ["confirmed", []],
    ["withdrawn", ["retry"]],
  ] as const)("%s", (state, actions) => {
    expect(actionsOnDispatch({ kind: "shipment", state, sealed_body: "v1.sealed" })).toEqual(actions)
  })

  it("is not to send what has gone with the buyer's personal data; a level has nothing to lose", () => {
    expect(actionsOnDispatch({ kind: "shipment", state: "rejected", sealed_body: null })).toEqual([
      "withdraw",
    ])
    expect(actionsOnDispatch({ kind: "stock", state: "rejected", sealed_body: null })).toContain("retry")
  })
})
