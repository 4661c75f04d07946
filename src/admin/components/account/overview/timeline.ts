import type { Run } from "../../../lib/answers"

/** A line of the timeline: an import that did something, or the scheduled ones in a row that found nothing. */
export type TimelineLine<R> = { run: R } | { nothingNew: R[] }

type TimelineRun = Pick<Run, "kind" | "state" | "total"> & {
  problem: object | null
  unread: readonly object[]
}

/** Reading by schedule went well, and there was nothing to read. What a person asked for is always told on its own. */
const foundNothing = ({ kind, state, total, problem, unread }: TimelineRun): boolean =>
  kind === "schedule" && state === "done" && total === 0 && !problem && !unread.length

/** The imports as they are told, in their order: each on its own, those that found nothing together. */
export function timelineOf<R extends TimelineRun>(runs: readonly R[]): TimelineLine<R>[] {
  const lines: TimelineLine<R>[] = []
  for (const run of runs) {
    const last = lines.at(-1)
    if (!foundNothing(run)) lines.push({ run })
    else if (last && "nothingNew" in last) last.nothingNew.push(run)
    else lines.push({ nothingNew: [run] })
  }
  return lines
}
