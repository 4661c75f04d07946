import type { ProblemCode } from "../../../connector"
import { textArray, type Sql } from "./sql"

/** Problems of orders that are in Medusa already: one side changed or canceled them, and a person has to settle it. */
export const changeProblems = [
  "canceled_after_shipment",
  "canceled_after_invoice",
  "canceled_here_only",
  "canceled_here_after_confirmation",
  "changed_after_import",
] as const satisfies ProblemCode[]

/** How many imported orders of some accounts the platform changed in a way that a person has to look at, by one query. */
export async function countChangedAfterImport(sql: Sql, accountIds: string[]): Promise<Map<string, number>> {
  const rows = await sql<{ account_id: string; count: string | number }>(
    `SELECT account_id, COUNT(*) AS count FROM marketplace_order
      WHERE account_id = ANY(?::text[]) AND state = 'imported' AND problem_code = ANY(?::text[])
        AND deleted_at IS NULL
      GROUP BY account_id`,
    [textArray(accountIds), textArray([...changeProblems])],
  )
  return new Map(rows.map(({ account_id, count }) => [account_id, Number(count)]))
}
