import type { Problem } from "../../../../connector"
import type { DispatchKind } from "../../models/marketplace-dispatch"
import { appendHistory, type Actor, type HistoryLine } from "../history"
import { newId, textArray, type Sql } from "../sql"
import { leftOutSql } from "./withdrawn"

/** Something that is owed to a platform, as it is now. */
export type OwedDispatch = {
  account_id: string
  kind: DispatchKind
  subject: string
  marketplace_order_id?: string | null
  order_id?: string | null
  fulfillment_id?: string | null
  package_number?: number | null
  sealed_body?: string | null
  /** Digest of what is owed; without one, owing it again always counts as a change. */
  digest?: string | null
  /** A person has to do something first: it is owed, and not due. */
  problem?: Problem | null
  /** Owe it again even when it is the same. */
  force?: boolean
}

/** Who does it; the schedule unless somebody else is named. */
export type By = { actor: Actor; actorId?: string | null }

/** A row that came to be owed, or is owed in a new revision. */
export type OweResult = {
  id: string
  account_id: string
  kind: DispatchKind
  subject: string
  revision: number
  inserted: boolean
  due: boolean
}

const keyOf = ({ account_id, kind, subject }: OwedDispatch): string => `${account_id} ${kind} ${subject}`

/** Each subject once, the last word counts; in one order, so that two writers never wait for each other in a circle. */
function lastOfEach(rows: OwedDispatch[]): OwedDispatch[] {
  const last = new Map(rows.map((row) => [keyOf(row), row]))
  return [...last.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

/**
 * One at a time for each order. Two that insert the same package at the same instant would meet at the index of package numbers,
 * which is an error, before the one of subjects, which is a repetition. Held until the transaction ends.
 */
async function lockOrders(sql: Sql, rows: OwedDispatch[]): Promise<void> {
  const ids = [...new Set(rows.flatMap(({ marketplace_order_id }) => marketplace_order_id ?? []))].sort()
  if (!ids.length) return
  await sql(
    `SELECT pg_advisory_xact_lock(hashtextextended('marketplace_dispatch ' || id, 0))
       FROM unnest(?::text[]) WITH ORDINALITY AS wanted(id, place) ORDER BY place`,
    [textArray(ids)],
  )
}

const historyOf = (row: OweResult, problem: Problem | null | undefined, by: By): HistoryLine => ({
  accountId: row.account_id,
  subjectType: "dispatch",
  subjectId: row.id,
  ...by,
  event: row.inserted ? "owed" : "revised",
  details: { revision: row.revision, ...(problem ? { problem } : {}) },
})

/**
 * Writes what is owed by one statement, with its history. A subject that is known becomes owed again in its next revision when
 * its digest differs; a stock level also while it is on its way, because it is computed when it is sent. What is the same stays
 * as it is, a package that was withdrawn too; one that a person left out comes back by `force` only. Gives the rows that changed.
 */
export async function oweDispatches(
  sql: Sql,
  rows: OwedDispatch[],
  by: By = { actor: "schedule" },
): Promise<OweResult[]> {
  const wanted = lastOfEach(rows).map((row) => ({
    ...row,
    id: newId("mpdis"),
    problem: row.problem ?? null,
    problem_code: row.problem?.code ?? null,
    force: row.force ?? false,
  }))
  if (!wanted.length) return []
  await lockOrders(sql, wanted)
  const changed = await sql<OweResult>(
    `INSERT INTO marketplace_dispatch AS known (id, account_id, kind, subject, marketplace_order_id, order_id,
            fulfillment_id, package_number, sealed_body, digest, problem_code, problem, state, revision, attempts,
            next_attempt_at)
     SELECT id, account_id, kind, subject, marketplace_order_id, order_id, fulfillment_id, package_number, sealed_body,
            digest, problem_code, problem, 'owed', 1, 0, CASE WHEN problem_code IS NULL THEN clock_timestamp() END
       FROM jsonb_to_recordset(?::jsonb) AS owed(id text, account_id text, kind text, subject text,
            marketplace_order_id text, order_id text, fulfillment_id text, package_number integer, sealed_body text,
            digest text, problem_code text, problem jsonb)
     ON CONFLICT (account_id, kind, subject) WHERE deleted_at IS NULL DO UPDATE SET
            revision = known.revision + 1, state = 'owed',
            order_id = COALESCE(EXCLUDED.order_id, known.order_id),
            fulfillment_id = COALESCE(EXCLUDED.fulfillment_id, known.fulfillment_id),
            sealed_body = EXCLUDED.sealed_body, digest = EXCLUDED.digest,
            problem_code = EXCLUDED.problem_code, problem = EXCLUDED.problem, attempts = 0, told_at = NULL,
            withdrawn_because = NULL, next_attempt_at = EXCLUDED.next_attempt_at, updated_at = clock_timestamp()
      WHERE EXCLUDED.digest IS NULL
         OR (known.digest IS DISTINCT FROM EXCLUDED.digest AND NOT (known.kind = 'shipment' AND ${leftOutSql("known")}))
         OR (known.kind = 'stock' AND known.state IN ('owed', 'sent', 'unknown', 'withdrawn'))
         OR (known.kind, known.subject) IN (
              SELECT kind, subject FROM jsonb_to_recordset(?::jsonb) AS forced(account_id text, kind text, subject text)
               WHERE forced.account_id = known.account_id)
     RETURNING id, account_id, kind, subject, revision, (xmax = 0) AS inserted,
            (next_attempt_at IS NOT NULL) AS due`,
    [JSON.stringify(wanted), JSON.stringify(wanted.filter(({ force }) => force))],
  )
  const problems = new Map(wanted.map((row) => [keyOf(row), row.problem]))
  await appendHistory(
    sql,
    changed.map((row) => historyOf(row, problems.get(keyOf(row)), by)),
  )
  return changed
}
