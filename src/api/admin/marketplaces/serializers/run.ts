import type { InferTypeOf } from "@medusajs/framework/types"
import type { Language, Problem } from "../../../../connector"
import type { MarketplaceModuleService, RunCounts } from "../../../../modules/marketplace"
import type MarketplaceRun from "../../../../modules/marketplace/models/marketplace-run"
import { serializeProblem, serializeProblemOrNull } from "./problem"
import { stepOf } from "./run-step"

export type RunRow = InferTypeOf<typeof MarketplaceRun>
type Unread = { references: { reference: string; problem: Problem }[] }

/** Over, and nothing of it was in the hands of another worker at its end: what was noted then stays true. */
function notedCounts(run: RunRow): RunCounts | undefined {
  const noted = run.counts as RunCounts | null
  const over = run.state === "done" || run.state === "failed"
  return over && noted && noted.done === noted.total ? noted : undefined
}

/** What some runs have done so far, as they are shown; counted by one query where they still go on. */
export async function serializeRuns(
  marketplace: MarketplaceModuleService,
  rows: RunRow[],
  language: Language,
) {
  const going = rows.filter((run) => !notedCounts(run)).map(({ id }) => id)
  const counted = going.length ? await marketplace.countRuns(going) : new Map<string, RunCounts>()
  return rows.flatMap((run) => {
    const counts = notedCounts(run) ?? counted.get(run.id)
    return counts ? [serializeRun(run, counts, language)] : []
  })
}

/** An import with its progress. */
export function serializeRun(run: RunRow, counts: RunCounts, language: Language) {
  const { total, done, ...results } = counts
  const unread = (run.unread as Unread | null)?.references ?? []
  return {
    id: run.id,
    account_id: run.account_id,
    kind: run.kind,
    state: run.state,
    /** What it does at this moment. */
    step: stepOf(run, counts, new Date()),
    requested_by: run.requested_by,
    from: run.from,
    to: run.to,
    references: run.references as string[] | null,
    total,
    done,
    counts: results,
    unread: unread.map(({ reference, problem }) => ({
      reference,
      problem: serializeProblem(problem, language),
    })),
    problem: serializeProblemOrNull(run.problem, language),
    resume_at: run.resume_at,
    started_at: run.started_at,
    finished_at: run.finished_at,
    created_at: run.created_at,
  }
}
