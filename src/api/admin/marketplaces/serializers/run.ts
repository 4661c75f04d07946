import type { InferTypeOf } from "@medusajs/framework/types"
import type { Language, Problem } from "../../../../connector"
import type { MarketplaceModuleService, RunCounts } from "../../../../modules/marketplace"
import type MarketplaceRun from "../../../../modules/marketplace/models/marketplace-run"
import { serializeProblem, serializeProblemOrNull } from "./problem"

export type RunRow = InferTypeOf<typeof MarketplaceRun>
type Unread = { references: { reference: string; problem: Problem }[] }

/**
 * What the run has done so far. Counted while it goes on, and as it was noted at its end afterwards - unless at its end some
 * of its orders were in the hands of another worker, who has decided them since.
 */
export async function countsOf(marketplace: MarketplaceModuleService, run: RunRow): Promise<RunCounts> {
  const noted = run.counts as RunCounts | null
  const over = (run.state === "done" || run.state === "failed") && noted?.done === noted?.total
  return over && noted ? noted : marketplace.countRun(run.id)
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
