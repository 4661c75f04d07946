import { failingCodes } from "../../dispatch-actions"
import type { DispatchKind } from "../../models/marketplace-dispatch"
import { writerOf, writerKinds, type WriterKind } from "../../writers"
import { textArray, type Sql } from "../sql"
import { DUE } from "./claim"

/** How many dispatches of each writer are under way, and how many wait for a person. */
export type DispatchCounts = Record<WriterKind, { owed: number; needsPerson: number }>

const none = (): DispatchCounts => ({
  shipments: { owed: 0, needsPerson: 0 },
  stock: { owed: 0, needsPerson: 0 },
})

/** Counts the dispatches of some accounts by one query. */
export async function countDispatches(sql: Sql, accountIds: string[]): Promise<Map<string, DispatchCounts>> {
  const counts = new Map<string, DispatchCounts>(accountIds.map((id) => [id, none()]))
  if (!accountIds.length) return counts
  const rows = await sql<{ account_id: string; kind: DispatchKind; owed: string; needs_person: string }>(
    `SELECT account_id, kind, COUNT(*) FILTER (WHERE NOT failed) AS owed, COUNT(*) FILTER (WHERE failed) AS needs_person
       FROM (SELECT account_id, kind,
                    state = 'rejected' OR (state = 'owed' AND COALESCE(problem_code = ANY(?::text[]), false)) AS failed
               FROM marketplace_dispatch
              WHERE account_id = ANY(?::text[]) AND deleted_at IS NULL
                AND state IN ('owed', 'sent', 'unknown', 'rejected')) open
      GROUP BY account_id, kind`,
    [textArray(failingCodes), textArray(accountIds)],
  )
  for (const { account_id, kind, owed, needs_person } of rows) {
    const ofAccount = counts.get(account_id)
    if (ofAccount) ofAccount[writerOf[kind]] = { owed: Number(owed), needsPerson: Number(needs_person) }
  }
  return counts
}

const WRITES = writerKinds
  .map((writer) => {
    const kind = Object.entries(writerOf).find(([, of]) => of === writer)?.[0] ?? ""
    return `(kind = '${kind}' AND account.writers -> '${writer}' ->> 'installation' = ?)`
  })
  .join(" OR ")

/** Connected accounts of some connectors that have something due which may be sent from here. */
export async function accountsWithDueDispatches(
  sql: Sql,
  input: { connectorIds: string[]; installation: string; limit: number },
): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `SELECT id FROM marketplace_account account
      WHERE deleted_at IS NULL AND state = 'connected'
        AND provider_id IN (SELECT jsonb_array_elements_text(?::jsonb)) AND EXISTS (
        SELECT 1 FROM (SELECT * FROM marketplace_dispatch WHERE account_id = account.id AND ${DUE}) due
         WHERE ${WRITES})
      LIMIT ?`,
    [JSON.stringify(input.connectorIds), ...writerKinds.map(() => input.installation), input.limit],
  )
  return rows.map(({ id }) => id)
}
