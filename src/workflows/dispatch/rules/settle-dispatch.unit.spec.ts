import { authorizationLost, problem, throttled, unavailable } from "../../../connector"
import type { Found, Outcome } from "../handler"
import {
  settleFound,
  settleOutcome,
  settlePrepared,
  settleThrown,
  type NotSent,
  type SettledRow,
} from "./settle-dispatch"

const now = new Date("2026-03-02T12:00:00.000Z")
const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const iso = (minutes: number) => at(minutes).toISOString()

const aRow = (changes: Partial<SettledRow> = {}): SettledRow => ({
  id: "mpdis_1",
  revision: 3,
  state: "owed",
  attempts: 0,
  problem_code: null,
  ...changes,
})
const rejection = problem("shipment_rejected", { order: "111", reason: "The carrier is not valid." })
const forNow = problem("shipment_refused_for_now", { order: "111", reason: "Busy" })
const open = problem("outcome_unknown", { reason: "timeout" })
const budget = problem("platform_throttled", { operation: "confirmShipment" })

describe("what the platform answers", () => {
  it.each<[string, Outcome, object]>([
    [
      "it has it",
      { outcome: "confirmed" },
      { state: "confirmed", problem: null, next_attempt_at: null, attempts: 1, line: { event: "confirmed" } },
    ],
    [
      "it will look at it, and the order is looked up then",
      { outcome: "accepted", lookUpAt: at(2) },
      { state: "sent", next_attempt_at: iso(2), line: { event: "sent" } },
    ],
    [
      "no, and a person has to change something",
      { outcome: "rejected", problem: rejection },
      { state: "rejected", problem: rejection, next_attempt_at: null, line: { event: "rejected" } },
    ],
    [
      "not now, which is tried again by itself",
      { outcome: "rejected", problem: forNow },
      { state: "rejected", problem: forNow, next_attempt_at: iso(1) },
    ],
    [
      "nothing: it is unknown until it is looked up",
      { outcome: "unknown", problem: open, lookUpAt: at(3) },
      { state: "unknown", problem: open, next_attempt_at: iso(3), line: { event: "unknown" } },
    ],
    [
      "that the budget is spent: it stays owed until then",
      { outcome: "not_sent", problem: budget, again: at(7) },
      { state: "owed", problem: budget, next_attempt_at: iso(7), line: { event: "put_off" } },
    ],
    [
      "nothing, and nothing was sent: it stays owed and is tried again",
      { outcome: "not_sent", problem: problem("platform_unavailable"), again: null },
      { state: "owed", next_attempt_at: iso(1) },
    ],
    [
      "that a person has to settle something with the platform: it comes again by itself",
      { outcome: "not_sent", problem: problem("access_denied"), again: null },
      { state: "owed", next_attempt_at: iso(60) },
    ],
  ])("%s", (_what, outcome, expected) => {
    expect(settleOutcome(aRow({ state: "unknown" }), outcome, now)).toMatchObject({
      id: "mpdis_1",
      revision: 3,
      ...expected,
    })
  })

  it.each([
    [0, 1],
    [1, 2],
    [2, 4],
    [5, 32],
    [6, 60],
    [400, 60],
  ])("not now, after %i tries before it: tried again in %i minutes", (attempts, minutes) => {
    const settled = settleOutcome(aRow({ attempts }), { outcome: "rejected", problem: forNow }, now)
    expect(settled).toMatchObject({ attempts: attempts + 1, next_attempt_at: iso(minutes) })
  })

  it("is not asked again before the instant that it named", () => {
    const until = problem("platform_throttled", { operation: "confirmShipment", retry_at: iso(90) })
    const settled = settleOutcome(aRow(), { outcome: "not_sent", problem: until, again: null }, now)
    expect(settled.next_attempt_at).toBe(iso(90))
  })

  it("is told once, however often the same thing hinders it", () => {
    const again = { outcome: "not_sent", problem: budget, again: at(1) } as const
    expect(settleOutcome(aRow({ problem_code: "platform_throttled" }), again, now).line).toBeUndefined()
    expect(settleOutcome(aRow({ problem_code: "tracking_missing" }), again, now).line).toBeDefined()
  })
})

describe("what the platform shows of something whose outcome is open", () => {
  it.each<[string, SettledRow["state"], number, Found, object]>([
    [
      "it is there",
      "unknown",
      1,
      { found: "confirmed" },
      { state: "confirmed", attempts: 1, line: { event: "confirmed", details: { looked_up: true } } },
    ],
    [
      "it is not there: it is owed, and sent at once",
      "unknown",
      1,
      { found: "absent" },
      { state: "owed", next_attempt_at: iso(0), line: { event: "looked_up", details: { found: "absent" } } },
    ],
    [
      "it is not there although it was accepted: it is owed again",
      "sent",
      1,
      { found: "absent" },
      { state: "owed", next_attempt_at: iso(0) },
    ],
    [
      "it is not there for the third time: the platform is given time",
      "unknown",
      3,
      { found: "absent" },
      { state: "owed", next_attempt_at: iso(2) },
    ],
    [
      "it is too early to tell, after a process died",
      "unknown",
      0,
      { found: "not_yet", again: at(2) },
      {
        state: "unknown",
        next_attempt_at: iso(2),
        problem: { code: "outcome_unknown" },
        line: { event: "put_off" },
      },
    ],
    [
      "it is too early to tell, of what was accepted",
      "sent",
      1,
      { found: "not_yet", again: at(2) },
      { state: "sent", next_attempt_at: iso(2), problem: null },
    ],
    [
      "it is there and differs: a person has to see it",
      "unknown",
      1,
      { found: "differs", problem: rejection },
      { state: "rejected", problem: rejection, next_attempt_at: null, line: { event: "rejected" } },
    ],
    [
      "a level differs: it is owed again after a while",
      "sent",
      1,
      { found: "differs", problem: problem("stock_drift", { sku: "MUG" }) },
      { state: "owed", next_attempt_at: iso(2), line: { event: "owed" } },
    ],
  ])("%s", (_what, state, attempts, found, expected) => {
    expect(settleFound(aRow({ state, attempts }), found, now)).toMatchObject(expected)
  })

  it("is not asked again within the same second", () => {
    const { next_attempt_at } = settleFound(aRow({ state: "sent" }), { found: "not_yet", again: at(-5) }, now)
    expect(new Date(next_attempt_at ?? 0).getTime()).toBeGreaterThan(now.getTime())
  })
})

describe("what is not sent", () => {
  it.each<[string, NotSent, object]>([
    [
      "because nothing is owed any more",
      { send: false, as: "withdrawn" },
      { state: "withdrawn", next_attempt_at: null, line: { event: "withdrawn", actor: "schedule" } },
    ],
    [
      "because the platform has it already",
      { send: false, as: "confirmed" },
      { state: "confirmed", attempts: 0, line: { event: "confirmed", details: { not_sent: true } } },
    ],
    [
      "because a person has to do something first",
      { send: false, as: "problem", problem: problem("tracking_missing", { order: "111" }) },
      { state: "owed", next_attempt_at: null, line: { event: "put_off" } },
    ],
    [
      "because of something that may pass",
      { send: false, as: "problem", problem: problem("dispatch_failed", { reason: "x" }) },
      { state: "owed", next_attempt_at: iso(1) },
    ],
    [
      "until an instant",
      { send: false, as: "problem", problem: problem("stock_held"), again: at(60) },
      { state: "owed", next_attempt_at: iso(60) },
    ],
  ])("%s", (_what, prepared, expected) => {
    expect(settlePrepared(aRow(), prepared, now)).toMatchObject(expected)
  })
})

describe("work that broke off", () => {
  it.each<[string, unknown, boolean, SettledRow["state"], object]>([
    [
      "leaves what was handed over unknown",
      new Error("boom"),
      true,
      "owed",
      { state: "unknown", next_attempt_at: iso(1), problem: { code: "outcome_unknown" } },
    ],
    [
      "leaves what was handed over unknown, though the authorisation was lost meanwhile",
      authorizationLost("gone"),
      true,
      "owed",
      { state: "unknown", next_attempt_at: iso(1) },
    ],
    [
      "leaves what was not handed over owed",
      new Error("boom"),
      false,
      "owed",
      { state: "owed", next_attempt_at: iso(1), problem: { code: "dispatch_failed" } },
    ],
    [
      "leaves what was to be looked up as it was, until the budget allows it",
      throttled(at(4), "getOrder"),
      false,
      "unknown",
      { state: "unknown", next_attempt_at: iso(4), problem: { code: "platform_throttled" } },
    ],
    [
      "leaves what was to be looked up as it was while the platform does not answer",
      unavailable("down", {}),
      false,
      "sent",
      { state: "sent", next_attempt_at: iso(1) },
    ],
  ])("%s", (_what, thrown, handedOver, state, expected) => {
    expect(settleThrown(aRow({ state }), thrown, handedOver, now)).toMatchObject(expected)
  })
})
