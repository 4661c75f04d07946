import type { RunState } from "../../../../modules/marketplace/states"
import { stepOf, type RunStep } from "./run-step"

const now = new Date("2026-03-02T12:00:00.000Z")
const earlier = "2026-03-02T11:59:59.000Z"
const later = "2026-03-02T12:03:00.000Z"

type Row = [
  string,
  RunState,
  { resume_at?: string; read_complete?: boolean; total?: number; done?: number },
  RunStep,
]

describe("the step of an import", () => {
  it.each<Row>([
    ["nobody has taken up is queued", "queued", {}, "queued"],
    ["whose turn has come again is queued", "queued", { resume_at: earlier, total: 5, done: 5 }, "queued"],
    [
      "that the platform lets wait waits",
      "queued",
      { resume_at: later, total: 5, done: 5 },
      "waiting_for_budget",
    ],
    ["that has just begun reads", "running", {}, "reading"],
    ["that has orders left of its page imports", "running", { total: 100, done: 40 }, "importing"],
    ["that is through with its page reads the next", "running", { total: 100, done: 100 }, "reading"],
    [
      "that has read everything imports the rest",
      "running",
      { read_complete: true, total: 9, done: 9 },
      "importing",
    ],
    ["that is over is done", "done", { read_complete: true, total: 9, done: 9 }, "done"],
    ["that failed on the way failed", "failed", { total: 9, done: 3 }, "failed"],
  ])("%s", (_what, state, { resume_at = null, read_complete = false, total = 0, done = 0 }, step) => {
    expect(stepOf({ state, resume_at, read_complete }, { total, done }, now)).toBe(step)
  })
})
