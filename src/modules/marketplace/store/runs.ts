import { textArray, type Sql } from "./sql"

/** How many orders a run covers and what has become of them so far. */
export type RunCounts = {
  total: number
  /** Decided, whatever the result. */
  done: number
  imported: number
  already_there: number
  waiting: number
  blocked: number
  review: number
  canceled: number
  ignored: number
}

const names: (keyof RunCounts)[] = [
  "total",
  "done",
  "imported",
  "already_there",
  "waiting",
  "blocked",
  "review",
  "canceled",
  "ignored",
]

/** Counts the orders that some runs cover by one query; a run without any counts nothing. */
export async function countRuns(sql: Sql, runIds: string[]): Promise<Map<string, RunCounts>> {
  const rows = await sql<Record<keyof RunCounts, string | number> & { run_id: string }>(
    `SELECT run_id, COUNT(*) AS total,
            COUNT(*) FILTER (WHERE decided) AS done,
            COUNT(*) FILTER (WHERE decided AND state = 'imported' AND fresh) AS imported,
            COUNT(*) FILTER (WHERE decided AND state = 'imported' AND NOT fresh) AS already_there,
            COUNT(*) FILTER (WHERE decided AND state = 'waiting') AS waiting,
            COUNT(*) FILTER (WHERE decided AND state IN ('blocked', 'ready')) AS blocked,
            COUNT(*) FILTER (WHERE decided AND state = 'review') AS review,
            COUNT(*) FILTER (WHERE decided AND state = 'canceled') AS canceled,
            COUNT(*) FILTER (WHERE decided AND state = 'ignored') AS ignored
       FROM (SELECT covered.run_id, covered.state, covered.decided_digest = covered.digest AS decided,
                    covered.imported_at >= run.created_at AS fresh
               FROM marketplace_order covered JOIN marketplace_run run ON run.id = covered.run_id
              WHERE covered.run_id = ANY(?::text[]) AND covered.deleted_at IS NULL) AS orders
      GROUP BY run_id`,
    [textArray(runIds)],
  )
  const counted = new Map(rows.map((row) => [row.run_id, row]))
  return new Map(
    runIds.map((id) => {
      const row = counted.get(id)
      return [id, Object.fromEntries(names.map((name) => [name, Number(row?.[name] ?? 0)])) as RunCounts]
    }),
  )
}

export async function countRun(sql: Sql, runId: string): Promise<RunCounts> {
  const [counts] = (await countRuns(sql, [runId])).values()
  return counts
}

/** Orders that have come to need a person: that were not in that state before. */
export type NewlyNeeded = { blocked: number; review: number }

/** A run that is over, with what the bell has to tell of it. */
export type EndedRun = { id: string; newly_blocked: number; newly_in_review: number }

/** Adds to what the bell tells at the run's end; kept with the run, so that an interruption loses nothing of it. */
export async function noteNewlyNeeded(sql: Sql, runId: string, newly: NewlyNeeded): Promise<void> {
  if (!newly.blocked && !newly.review) return
  await sql(
    `UPDATE marketplace_run SET newly_blocked = newly_blocked + ?, newly_in_review = newly_in_review + ? WHERE id = ?`,
    [newly.blocked, newly.review, runId],
  )
}

/** Ends runs by schedule of an account that are still open although its lease is ours: their process died. Gives them. */
export async function closeInterruptedRuns(sql: Sql, accountId: string): Promise<EndedRun[]> {
  return sql<EndedRun>(
    `UPDATE marketplace_run SET state = 'failed', finished_at = clock_timestamp(), problem = ?::jsonb
      WHERE account_id = ? AND kind = 'schedule' AND state = 'running'
      RETURNING id, newly_blocked, newly_in_review`,
    [JSON.stringify({ code: "import_failed", details: { reason: "interrupted" } }), accountId],
  )
}
