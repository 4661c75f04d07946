import {
  authorizationLost,
  problem,
  rejected,
  suspended,
  unavailable,
  type ProblemCode,
} from "../../../connector"
import type { AccountState } from "../../../modules/marketplace/states"
import { troubleOf } from "../account-trouble"
import { standAfter } from "./stand-after"

const now = new Date("2026-03-02T12:00:00.000Z")
const inAnHour = new Date("2026-03-02T13:00:00.000Z")
const inFiveMinutes = new Date("2026-03-02T12:05:00.000Z")

const met = {
  lost: troubleOf(authorizationLost("gone"), now),
  suspended: troubleOf(suspended("unpaid"), now),
  down: troubleOf(unavailable("down", { reason: "503" }), now),
  denied: troubleOf(rejected("no", problem("access_denied")), now),
}

type Stand = [state: AccountState, problem: ProblemCode | null]
const stand = ([state, code]: Stand) => ({ state, problem: code && problem(code) })

describe("what a trouble makes of an account", () => {
  it.each<[string, Stand, keyof typeof met, object, { isNew: boolean; rings: boolean }]>([
    [
      "that works and loses its authorization: a person must renew it",
      ["connected", null],
      "lost",
      { state: "needs_reauthorization", next_sync_at: null },
      { isNew: true, rings: true },
    ],
    [
      "that has lost it already: it is not told again",
      ["needs_reauthorization", "authorization_lost"],
      "lost",
      { state: "needs_reauthorization" },
      { isNew: false, rings: false },
    ],
    [
      "that works and is suspended: paused, and looked at again in an hour",
      ["connected", null],
      "suspended",
      { state: "paused", next_sync_at: null, check_due_at: inAnHour },
      { isNew: true, rings: true },
    ],
    [
      "that is suspended still: looked at again, not told again",
      ["paused", "account_suspended"],
      "suspended",
      { state: "paused", check_due_at: inAnHour },
      { isNew: false, rings: false },
    ],
    [
      "that a person resumed and the platform still suspends: the history says so, the bell has",
      ["connected", "account_suspended"],
      "suspended",
      { state: "paused" },
      { isNew: true, rings: false },
    ],
    [
      "that is suspended and loses its authorization: a person must renew it",
      ["paused", "account_suspended"],
      "lost",
      { state: "needs_reauthorization", check_due_at: null },
      { isNew: true, rings: true },
    ],
    [
      "that works and meets an outage: it is tried again soon",
      ["connected", null],
      "down",
      { next_sync_at: inFiveMinutes },
      { isNew: true, rings: false },
    ],
    [
      "that works and is denied access: a person must act",
      ["connected", null],
      "denied",
      { next_sync_at: null },
      { isNew: true, rings: true },
    ],
  ])("%s", (_what, from, trouble, change, told) => {
    const after = standAfter(stand(from), met[trouble])
    expect(after.change).toMatchObject(change)
    expect(after).toMatchObject(told)
  })

  it("that is suspended and cannot be asked: it stays suspended, and is asked again", () => {
    expect(standAfter(stand(["paused", "account_suspended"]), met.down)).toEqual({
      change: { check_due_at: inFiveMinutes },
      isNew: false,
      rings: false,
    })
  })

  it.each<[string, Stand]>([
    ["switched off", ["paused", null]],
    ["switched off with an older problem", ["paused", "platform_unavailable"]],
    ["must renew", ["needs_reauthorization", "authorization_lost"]],
  ])(
    "that a person has %s: a suspension changes nothing, since it would be lifted by itself",
    (_what, from) => {
      expect(standAfter(stand(from), met.suspended)).toEqual({ change: {}, isNew: false, rings: false })
    },
  )

  it("that a person has switched off: it stays off, whatever is lost", () => {
    const { change } = standAfter(stand(["paused", null]), met.lost)
    expect(change.state).toBeUndefined()
    expect(change.problem?.code).toBe("authorization_lost")
  })
})
