import type { DispatchKind } from "../../models/marketplace-dispatch"
import type { DispatchState } from "../../states"
import { openStates } from "../../dispatch-actions"
import { appendHistory } from "../history"
import { textArray, type Sql } from "../sql"

/** What was sent of a stock level for one of the platform's locations, and what it showed there before; null = not known. */
export type SentLevel = { locationId: string; quantity: number; previous: number | null }

/** A row of the outbox in a worker's hands. */
export type ClaimedDispatch = {
  id: string
  kind: DispatchKind
  subject: string
  revision: number
  state: DispatchState
  marketplace_order_id: string | null
  order_id: string | null
  fulfillment_id: string | null
  package_number: number | null
  sealed_body: string | null
  quantity: number | null
  previous_quantity: number | null
  levels: SentLevel[] | null
  problem_code: string | null
  attempts: number
  attempted_at: Date | null
  attempted_revision: number | null
}

const COLUMNS = `mine.id, kind, subject, revision, state, marketplace_order_id, order_id, fulfillment_id, package_number,
  sealed_body, quantity, previous_quantity, levels, problem_code, attempts, attempted_at, attempted_revision`

const OPEN = openStates.map((state) => `'${state}'`).join(", ")

/** Due, and in nobody's hands. */
export const DUE = `deleted_at IS NULL AND state IN (${OPEN}) AND next_attempt_at <= clock_timestamp()
  AND (lease_until IS NULL OR lease_until < clock_timestamp())`

/**
 * Takes up to `limit` due rows of one kind for `seconds`, longest due first. Rows that another worker holds are passed over;
 * rows of a worker that died come back when their time is over. It may have been sending until then: that is when they were
 * last handed over, and not when it wrote down that it would begin with them.
 */
export async function claimDueDispatches(
  sql: Sql,
  input: { accountId: string; kind: DispatchKind; token: string; seconds: number; limit: number },
): Promise<ClaimedDispatch[]> {
  return sql<ClaimedDispatch>(
    `WITH taken AS (
       SELECT id, next_attempt_at, lease_until FROM marketplace_dispatch
        WHERE account_id = ? AND kind = ? AND ${DUE}
        ORDER BY next_attempt_at, id LIMIT ? FOR UPDATE SKIP LOCKED),
     claimed AS (
       UPDATE marketplace_dispatch AS mine SET lease_token = ?,
              lease_until = clock_timestamp() + make_interval(secs => ?),
              attempted_at = CASE WHEN state = 'unknown' THEN GREATEST(attempted_at, taken.lease_until)
                                  ELSE attempted_at END
         FROM taken WHERE mine.id = taken.id
       RETURNING ${COLUMNS}, taken.next_attempt_at AS due_at)
     SELECT * FROM claimed ORDER BY due_at, id`,
    [input.accountId, input.kind, input.limit, input.token, input.seconds],
  )
}

/** What is about to be handed to the platform, in the revision that it was prepared in. */
export type Sending = {
  id: string
  revision: number
  /** Of a stock level: what is sent, and what the platform showed before. */
  quantity?: number | null
  previous_quantity?: number | null
  levels?: SentLevel[] | null
}

/**
 * The write-ahead: notes what is about to be sent, before it is. Whoever dies after this leaves rows that are `unknown`. Only
 * rows that are still ours, and that are still owed as they were prepared, may be sent: their ids come back.
 */
export async function beginSending(
  sql: Sql,
  token: string,
  rows: Sending[],
  seconds: number,
): Promise<string[]> {
  if (!rows.length) return []
  const begun = await sql<{ id: string; account_id: string; revision: number; quantity: number | null }>(
    `UPDATE marketplace_dispatch AS mine SET state = 'unknown', attempted_at = clock_timestamp(),
            attempted_revision = sent.revision, quantity = COALESCE(sent.quantity, mine.quantity),
            -- The same level once more changes nothing: what it was changed from is still counted by the brake.
            previous_quantity = CASE WHEN sent.quantity IS NULL
                                       OR (sent.quantity = mine.quantity AND sent.quantity = sent.previous_quantity)
                                     THEN mine.previous_quantity ELSE sent.previous_quantity END,
            levels = CASE WHEN sent.quantity IS NULL THEN mine.levels ELSE sent.levels END,
            lease_until = clock_timestamp() + make_interval(secs => ?), updated_at = clock_timestamp()
       FROM jsonb_to_recordset(?::jsonb) AS sent(id text, revision integer, quantity integer, previous_quantity integer,
            levels jsonb)
      WHERE mine.id = sent.id AND mine.lease_token = ? AND mine.revision = sent.revision
        AND mine.state IN ('owed', 'rejected')
     RETURNING mine.id, mine.account_id, mine.revision, sent.quantity`,
    [seconds, JSON.stringify(rows), token],
  )
  await appendHistory(
    sql,
    begun.map(({ id, account_id, revision, quantity }) => ({
      accountId: account_id,
      subjectType: "dispatch",
      subjectId: id,
      actor: "schedule",
      event: "sending",
      details: { revision, ...(quantity === null ? {} : { quantity }) },
    })),
  )
  return begun.map(({ id }) => id)
}

/** Prolongs the lease of some claimed rows; gives the ids that were still ours. */
export async function renewDispatches(
  sql: Sql,
  token: string,
  ids: string[],
  seconds: number,
): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `UPDATE marketplace_dispatch SET lease_until = clock_timestamp() + make_interval(secs => ?)
      WHERE id = ANY(?::text[]) AND lease_token = ? RETURNING id`,
    [seconds, textArray(ids), token],
  )
  return rows.map(({ id }) => id)
}

/** Frees claimed rows that nothing was done with, and those whose answer could not be written down: they may have been sent till now. */
export async function freeDispatches(sql: Sql, token: string): Promise<void> {
  await sql(
    `UPDATE marketplace_dispatch SET lease_token = NULL,
            lease_until = CASE WHEN state = 'unknown' THEN clock_timestamp() END
      WHERE lease_token = ?`,
    [token],
  )
}
