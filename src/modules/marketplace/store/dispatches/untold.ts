import { failingCodes } from "../../dispatch-actions"
import { textArray, type Sql } from "../sql"

/** A shipment that has come to need a person and that no e-mail has told of yet. */
export type UntoldShipment = {
  id: string
  order_id: string | null
  package_number: number | null
  problem: unknown
}

/** One e-mail in a quarter of an hour, whoever sends it; a little less, because clocks of jobs are not exact. */
const NOT_AGAIN_WITHIN = "interval '14 minutes'"

const UNTOLD = `kind = 'shipment' AND deleted_at IS NULL AND told_at IS NULL AND problem IS NOT NULL
  AND (state = 'rejected' OR (state = 'owed' AND problem_code = ANY(?::text[])))`

/** Connected accounts that want e-mails and have something to tell. */
export async function accountsWithUntoldShipments(sql: Sql): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `SELECT id FROM marketplace_account account
      WHERE deleted_at IS NULL AND settings->>'shipment_problem_email' IS NOT NULL
        AND EXISTS (SELECT 1 FROM marketplace_dispatch WHERE account_id = account.id AND ${UNTOLD})`,
    [textArray(failingCodes)],
  )
  return rows.map(({ id }) => id)
}

/**
 * Takes what is to be told of an account and marks it as told, for the caller's transaction: it holds for everybody once that is
 * committed, and never was if it is not. One process at a time; the others get nothing.
 */
export async function takeUntoldShipments(sql: Sql, accountId: string): Promise<UntoldShipment[]> {
  const [turn] = await sql<{ mine: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtextextended(?, 0)) AS mine`,
    [`marketplaces shipment e-mail ${accountId}`],
  )
  if (!turn?.mine) return []
  return sql<UntoldShipment>(
    `WITH untold AS (
       SELECT id FROM marketplace_dispatch
        WHERE account_id = ? AND ${UNTOLD}
          AND NOT EXISTS (SELECT 1 FROM marketplace_dispatch
                           WHERE account_id = ? AND told_at > clock_timestamp() - ${NOT_AGAIN_WITHIN})
        ORDER BY created_at, id FOR UPDATE SKIP LOCKED)
     UPDATE marketplace_dispatch AS mine SET told_at = clock_timestamp()
       FROM untold WHERE mine.id = untold.id
     RETURNING mine.id, order_id, package_number, problem`,
    [accountId, textArray(failingCodes), accountId],
  )
}
