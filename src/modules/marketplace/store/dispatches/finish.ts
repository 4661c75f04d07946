import type { DispatchKind } from "../../models/marketplace-dispatch"
import type { DispatchState } from "../../states"
import { appendHistory } from "../history"
import { type Sql } from "../sql"
import type { By } from "./owe"

/**
 * Which rows: by their ids, by what they belong to, or by their subjects in an account; without subjects everything of the
 * account that nobody has begun to send.
 */
export type WhichDispatches =
  | { ids: string[] }
  | { fulfillmentId: string }
  | { marketplaceOrderId: string }
  | { accountId: string; kind: DispatchKind; subjects?: string[] }

export type FinishedDispatch = {
  id: string
  account_id: string
  kind: DispatchKind
  order_id: string | null
  revision: number
}

const IDS = `ANY(ARRAY(SELECT jsonb_array_elements_text(?::jsonb)))`

function filterOf(which: WhichDispatches): [string, unknown[]] {
  if ("ids" in which) return [`id = ${IDS}`, [JSON.stringify(which.ids)]]
  if ("fulfillmentId" in which) return ["fulfillment_id = ?", [which.fulfillmentId]]
  if ("marketplaceOrderId" in which) return ["marketplace_order_id = ?", [which.marketplaceOrderId]]
  const { accountId, kind, subjects } = which
  return subjects
    ? [`account_id = ? AND kind = ? AND subject = ${IDS}`, [accountId, kind, JSON.stringify(subjects)]]
    : ["account_id = ? AND kind = ? AND state IN ('owed', 'rejected')", [accountId, kind]]
}

async function tell(
  sql: Sql,
  rows: FinishedDispatch[],
  event: DispatchState,
  by: By,
  details: Record<string, unknown>,
): Promise<void> {
  await appendHistory(
    sql,
    rows.map(({ id, account_id, revision }) => ({
      accountId: account_id,
      subjectType: "dispatch",
      subjectId: id,
      ...by,
      event,
      details: { revision, ...details },
    })),
  )
}

/**
 * Takes back what is owed, with its history: it is no longer wanted, for the `reason` of the details. A worker that is sending it
 * keeps its answer in the history. What the platform has confirmed is withdrawn only where `confirmedToo` says so. Gives the rows.
 */
export async function withdrawDispatches(
  sql: Sql,
  which: WhichDispatches,
  by: By,
  details: Record<string, unknown> = {},
  confirmedToo = false,
): Promise<FinishedDispatch[]> {
  const [filter, parameters] = filterOf(which)
  const rows = await sql<FinishedDispatch>(
    `UPDATE marketplace_dispatch SET state = 'withdrawn', withdrawn_because = ?, problem = NULL, problem_code = NULL,
            next_attempt_at = NULL, updated_at = clock_timestamp()
      WHERE ${filter} AND deleted_at IS NULL AND state NOT IN ('withdrawn'${confirmedToo ? "" : ", 'confirmed'"})
      RETURNING id, account_id, kind, order_id, revision`,
    [typeof details.reason === "string" ? details.reason : null, ...parameters],
  )
  await tell(sql, rows, "withdrawn", by, details)
  return rows
}

/**
 * The platform shows that it has them, in these revisions: an order was read that shows the packages. A row that is owed in
 * another revision by now stays owed. Gives the rows that were not known to be confirmed.
 */
export async function confirmDispatches(
  sql: Sql,
  shown: { id: string; revision: number }[],
  by: By,
  details: Record<string, unknown> = {},
): Promise<FinishedDispatch[]> {
  if (!shown.length) return []
  const rows = await sql<FinishedDispatch>(
    `UPDATE marketplace_dispatch AS mine SET state = 'confirmed', problem = NULL, problem_code = NULL, attempts = 0,
            next_attempt_at = NULL, confirmed_at = clock_timestamp(), updated_at = clock_timestamp()
       FROM jsonb_to_recordset(?::jsonb) AS shown(id text, revision integer)
      WHERE mine.id = shown.id AND mine.revision = shown.revision AND mine.deleted_at IS NULL
        AND mine.state NOT IN ('confirmed', 'withdrawn')
      RETURNING mine.id, account_id, kind, order_id, mine.revision`,
    [JSON.stringify(shown.map(({ id, revision }) => ({ id, revision })))],
  )
  await tell(sql, rows, "confirmed", by, details)
  return rows
}
