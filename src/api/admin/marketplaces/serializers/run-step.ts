import type { RunCounts } from "../../../../modules/marketplace"
import type { RunState } from "../../../../modules/marketplace/states"

/** What a run does at this moment, in the order in which it goes. */
export const runSteps = ["queued", "reading", "importing", "waiting_for_budget", "done", "failed"] as const
export type RunStep = (typeof runSteps)[number]

type Standing = { state: RunState; resume_at: Date | string | null; read_complete: boolean }

/** The step that follows from how a run stands. Orders that were read and not decided yet are being imported. */
export function stepOf(run: Standing, counts: Pick<RunCounts, "total" | "done">, now: Date): RunStep {
  if (run.state === "queued") {
    return run.resume_at && new Date(run.resume_at) > now ? "waiting_for_budget" : "queued"
  }
  if (run.state !== "running") return run.state
  return run.read_complete || counts.done < counts.total ? "importing" : "reading"
}
