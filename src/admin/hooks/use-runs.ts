import type { Page, Run } from "../lib/answers"
import { useAction, useAnswer } from "../lib/query"

const SECOND = 1000
/** True when nothing of an import is still to come. */
export const isOver = (run: Pick<Run, "state">): boolean => run.state === "done" || run.state === "failed"

/** An import and how far it is; followed closely until it is over. */
export const useRun = (id: string | null) =>
  useAnswer<{ run: Run }>(`runs/${id ?? ""}`, {
    enabled: id !== null,
    refetchInterval: (answer) => (answer && isOver(answer.run) ? false : SECOND),
  })

/** Imports that are going on, of all accounts: a dialog that was closed finds its import again. */
export const useOpenRuns = () =>
  useAnswer<Page<"runs", Run>>("runs", {
    query: { state: ["queued", "running"], limit: 50 },
    refetchInterval: (answer) => (answer?.count ? 3 * SECOND : 15 * SECOND),
  })

export type Period = { from: string; to: string }

/** A period, some orders of a period, or single orders by their references. */
export type ImportRequest = (Period & { references?: string[] }) | { references: string[] }

export const useStartImport = (accountId: string) =>
  useAction<ImportRequest, { run_id: string }>((body) => ({ path: `accounts/${accountId}/import`, body }))
