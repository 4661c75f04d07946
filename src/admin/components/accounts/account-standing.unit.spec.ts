import type { Problem } from "../../lib/answers"
import { courseOf, standingOf } from "./account-standing"

const problem = (code: Problem["code"]): Problem => ({
  ...{ code, severity: "error", owner: "merchant", retryable: true, solution: "wait" },
  ...{ title: "", cause: "", way_out: "", details: {} },
})

describe("how an account stands", () => {
  it.each([
    ["paused by a person", "paused", null, "paused"],
    ["paused by a person while something else was wrong", "paused", "platform_unavailable", "paused"],
    ["paused because the platform suspended it", "paused", "account_suspended", "suspended"],
    ["connected again, its problem not yet cleared away", "connected", "account_suspended", "connected"],
    ["no longer let in", "needs_reauthorization", "authorization_lost", "needs_reauthorization"],
  ] as const)("%s", (_name, state, code, standing) => {
    expect(standingOf({ state, problem: code && problem(code) })).toBe(standing)
  })
})

describe("what can be done about its course", () => {
  it.each([
    ["connected", null, "pause"],
    ["paused", null, "resume"],
    ["paused", "account_suspended", "pause"],
  ] as const)("%s, %s: %s", (state, code, course) => {
    expect(courseOf({ state, problem: code && problem(code) })).toBe(course)
  })
})
