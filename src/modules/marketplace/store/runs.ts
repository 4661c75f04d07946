import type { Sql } from "./sql"

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

/** Counts the orders a run covers by one query. */
export async function countRun(sql: Sql, runId: string): Promise<RunCounts> {
  const [counts] = await sql<Record<keyof RunCounts, string | number>>(
    `SELECT COUNT(*) AS total,
            COUNT(*) FILTER (WHERE decided) AS done,
            COUNT(*) FILTER (WHERE decided AND state = 'imported' AND fresh) AS imported,
            COUNT(*) FILTER (WHERE decided AND state = 'imported' AND NOT fresh) AS already_there,
            COUNT(*) FILTER (WHERE decided AND state = 'waiting') AS waiting,
            COUNT(*) FILTER (WHERE decided AND state IN ('blocked', 'ready')) AS blocked,
            COUNT(*) FILTER (WHERE decided AND state = 'review') AS review,
            COUNT(*) FILTER (WHERE decided AND state = 'canceled') AS canceled,
            COUNT(*) FILTER (WHERE decided AND state = 'ignored') AS ignored
       FROM (SELECT covered.state, covered.decided_digest = covered.digest AS decided,
                    covered.imported_at >= run.created_at AS fresh
               FROM marketplace_order covered JOIN marketplace_run run ON run.id = covered.run_id
              WHERE covered.run_id = ? AND covered.deleted_at IS NULL) AS orders`,
    [runId],
  )
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
  return Object.fromEntries(names.map((name) => [name, Number(counts[name])])) as RunCounts
}

/** Ends runs by schedule of an account that are still open although its lease is ours: their process died. */
export async function closeInterruptedRuns(sql: Sql, accountId: string): Promise<void> {
  await sql(
    `UPDATE marketplace_run SET state = 'failed', finished_at = clock_timestamp(), problem = ?::jsonb
      WHERE account_id = ? AND kind = 'schedule' AND state = 'running'`,
    [JSON.stringify({ code: "import_failed", details: { reason: "interrupted" } }), accountId],
  )
}
