import type { Problem } from "../../../../connector"
import type { DispatchEvent } from "../../history-events"
import type { DispatchKind } from "../../models/marketplace-dispatch"
import type { DispatchState } from "../../states"
import { appendHistory, type Actor } from "../history"
import type { Sql } from "../sql"

/** What became of a claimed row. */
export type DispatchSettlement = {
  id: string
  /** The revision that it is about. */
  revision: number
  state: DispatchState
  problem: Problem | null
  attempts: number
  /** When to go on by itself; null = when something changes. ISO 8601. */
  next_attempt_at: string | null
  /** What the history says of it; undefined where it says nothing new. */
  line?: { event: DispatchEvent; actor?: Actor; details?: Record<string, unknown> }
}

/** A row that was settled; `current` is false where it was meanwhile owed anew, withdrawn or confirmed. */
export type SettledDispatch = {
  id: string
  account_id: string
  kind: DispatchKind
  order_id: string | null
  state: DispatchState
  current: boolean
}

/**
 * Writes what became of claimed rows by one statement, with its history, and frees them. What is owed may have changed
 * meanwhile, or somebody may have found the row confirmed or withdrawn it: then it stays as it is now, and the answer is kept
 * in its history only. Rows that another worker has taken over are left alone. Gives the rows that were still ours.
 */
export async function settleDispatches(
  sql: Sql,
  token: string,
  settlements: DispatchSettlement[],
): Promise<SettledDispatch[]> {
  if (!settlements.length) return []
  const rows = settlements.map(({ line: _line, ...settled }) => ({
    ...settled,
    problem_code: settled.problem?.code ?? null,
  }))
  const settled = await sql<SettledDispatch>(
    `WITH done AS (
       SELECT done.*, mine.revision = done.revision AND mine.state NOT IN ('confirmed', 'withdrawn') AS current
         FROM jsonb_to_recordset(?::jsonb) AS done(id text, revision integer, state text, problem_code text,
              problem jsonb, attempts integer, next_attempt_at timestamptz)
         JOIN marketplace_dispatch mine ON mine.id = done.id AND mine.lease_token = ?
          FOR UPDATE OF mine)
     UPDATE marketplace_dispatch AS mine SET
            state = CASE WHEN current THEN done.state ELSE mine.state END,
            problem_code = CASE WHEN current THEN done.problem_code ELSE mine.problem_code END,
            problem = CASE WHEN current THEN done.problem ELSE mine.problem END,
            attempts = CASE WHEN current THEN done.attempts ELSE mine.attempts END,
            next_attempt_at = CASE WHEN current THEN done.next_attempt_at ELSE mine.next_attempt_at END,
            confirmed_at = CASE WHEN current AND done.state = 'confirmed' THEN clock_timestamp()
                                ELSE mine.confirmed_at END,
            lease_token = NULL, lease_until = NULL, updated_at = clock_timestamp()
       FROM done WHERE mine.id = done.id
     RETURNING mine.id, mine.account_id, mine.kind, mine.order_id, mine.state, done.current`,
    [JSON.stringify(rows), token],
  )
  const ours = new Map(settled.map((row) => [row.id, row]))
  await appendHistory(
    sql,
    settlements.flatMap(({ id, revision, problem, line }) => {
      const row = ours.get(id)
      if (!row || !line) return []
      return {
        accountId: row.account_id,
        subjectType: "dispatch",
        subjectId: id,
        actor: line.actor ?? "platform",
        event: line.event,
        details: {
          revision,
          ...(problem ? { problem } : {}),
          ...line.details,
          ...(row.current ? {} : { superseded: true }),
        },
      }
    }),
  )
  return settled
}
