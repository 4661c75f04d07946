import type { Sql } from "./sql"

/** A status at the platform by which an account's order still has to be sent. */
export type OpenStatus = { account_id: string; platform_status: string }

/**
 * How many orders of some accounts the merchant should have sent by now and has not, by one query. The platform's own status
 * counts and not what was done here: a parcel that the platform knows nothing of is late to it.
 */
export async function countLateToShip(sql: Sql, open: OpenStatus[]): Promise<Map<string, number>> {
  if (!open.length) return new Map()
  const rows = await sql<{ account_id: string; count: string | number }>(
    `SELECT account_id, COUNT(*) AS count
       FROM marketplace_order
       JOIN jsonb_to_recordset(?::jsonb) AS open(account_id text, platform_status text)
            USING (account_id, platform_status)
      WHERE fulfilled_by = 'merchant' AND ship_by < now() AND state NOT IN ('canceled', 'ignored')
        AND deleted_at IS NULL
      GROUP BY account_id`,
    [JSON.stringify(open)],
  )
  return new Map(rows.map(({ account_id, count }) => [account_id, Number(count)]))
}
