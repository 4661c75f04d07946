import { dispatchActionStates, type DispatchAction } from "../../dispatch-actions"
import type { DispatchEvent } from "../../history-events"
import type { DispatchKind } from "../../models/marketplace-dispatch"
import type { DispatchState } from "../../states"
import { appendHistory } from "../history"
import { textArray, type Sql } from "../sql"

/** A dispatch that an action was carried out on. */
export type ActedDispatch = { id: string; account_id: string; kind: DispatchKind; revision: number }
/** One that does not allow it, by its state or because its body is gone; unknown ones have no state. */
export type RefusedDispatch = { id: string; state: DispatchState | null }
export type ActedDispatches = { done: ActedDispatch[]; refused: RefusedDispatch[] }

/** The ids of a request as they came, whatever they contain. */
const IDS = `ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))`

/** What each action changes, and the line of history that it leaves. */
const changes: Record<DispatchAction, { set: string; unless: string; event: DispatchEvent }> = {
  // What is on its way is looked up now; everything else is owed again. Its rejection may be told once more.
  retry: {
    set: `state = CASE WHEN state IN ('sent', 'unknown') THEN state ELSE 'owed' END, problem = NULL, problem_code = NULL,
          attempts = 0, told_at = NULL, withdrawn_because = NULL, next_attempt_at = clock_timestamp()`,
    unless: "AND (kind <> 'shipment' OR sealed_body IS NOT NULL)",
    event: "retry_requested",
  },
  withdraw: {
    set: "state = 'withdrawn', withdrawn_because = 'person', problem = NULL, problem_code = NULL, next_attempt_at = NULL",
    unless: "AND (lease_until IS NULL OR lease_until < clock_timestamp())",
    event: "withdrawn",
  },
}

/** Carries out what a person wants with some dispatches, with their lines of history: one statement each. */
export async function actOnDispatches(
  sql: Sql,
  ids: string[],
  action: DispatchAction,
  personId: string,
): Promise<ActedDispatches> {
  const { set, unless, event } = changes[action]
  const done = await sql<ActedDispatch>(
    `UPDATE marketplace_dispatch SET ${set}, updated_at = clock_timestamp()
      WHERE id = ${IDS} AND deleted_at IS NULL AND state = ANY(?::text[]) ${unless}
      RETURNING id, account_id, kind, revision`,
    [JSON.stringify(ids), textArray([...dispatchActionStates[action]])],
  )
  await appendHistory(
    sql,
    done.map(({ id, account_id, revision }) => ({
      accountId: account_id,
      subjectType: "dispatch",
      subjectId: id,
      actor: "person",
      actorId: personId,
      event,
      details: { revision },
    })),
  )
  const acted = new Set(done.map(({ id }) => id))
  const left = [...new Set(ids)].filter((id) => !acted.has(id))
  return { done, refused: left.length ? await whyRefused(sql, left) : [] }
}

async function whyRefused(sql: Sql, ids: string[]): Promise<RefusedDispatch[]> {
  const rows = await sql<RefusedDispatch>(
    `SELECT id, state FROM marketplace_dispatch WHERE id = ${IDS} AND deleted_at IS NULL`,
    [JSON.stringify(ids)],
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => known.get(id) ?? { id, state: null })
}
