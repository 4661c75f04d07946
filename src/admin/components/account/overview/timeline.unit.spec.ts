import { timelineOf } from "./timeline"

const nothing = { kind: "schedule", state: "done", total: 0, problem: null, unread: [] } as const
const problem = { code: "access_denied" }

const runs = {
  ".": nothing,
  "3": { ...nothing, total: 3 },
  P: { ...nothing, kind: "period" },
  R: { ...nothing, kind: "references" },
  reading: { ...nothing, state: "running" },
  failed: { ...nothing, state: "failed", problem },
  limited: { ...nothing, problem },
  unread: { ...nothing, unread: [{ reference: "702-1" }] },
} as const
type Name = keyof typeof runs

const told = (names: Name[]): (Name | number)[] =>
  timelineOf(names.map((name) => ({ ...runs[name], name }))).map((line) =>
    "run" in line ? line.run.name : line.nothingNew.length,
  )

describe("the timeline of an account's imports", () => {
  it.each<{ what: string; of: Name[]; tells: (Name | number)[] }>([
    { what: "nothing when there was none", of: [], tells: [] },
    { what: "those that found nothing in one line", of: [".", ".", "."], tells: [3] },
    { what: "a single one as calmly", of: ["."], tells: [1] },
    { what: "what brought orders between them", of: [".", ".", "3", "."], tells: [2, "3", 1] },
    { what: "what a person asked for, also if it found nothing", of: ["P", "R", "."], tells: ["P", "R", 1] },
    { what: "what still goes on", of: ["reading", ".", "."], tells: ["reading", 2] },
    { what: "what went wrong", of: [".", "failed", "limited", "."], tells: [1, "failed", "limited", 1] },
    { what: "orders that could not be read", of: [".", "unread"], tells: [1, "unread"] },
  ])("tells $what", ({ of, tells }) => {
    expect(told(of)).toEqual(tells)
  })

  it("keeps the newest first in a line, so that it can tell when the last was", () => {
    const [line] = timelineOf([
      { ...nothing, created_at: "10:10" },
      { ...nothing, created_at: "10:05" },
    ])
    expect(line).toEqual({
      nothingNew: [
        { ...nothing, created_at: "10:10" },
        { ...nothing, created_at: "10:05" },
      ],
    })
  })
})
