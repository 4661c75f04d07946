import { appendHistory } from "./history"
import { textArray, type Sql } from "./sql"

export type CanceledHere = { id: string; account_id: string }

/**
 * Notes that imported orders were canceled in the store, once each, with their history, and makes them due: whether that leaves a
 * task at the platform is decided like everything else about an order.
 */
export async function noteCanceledHere(sql: Sql, orderIds: string[]): Promise<CanceledHere[]> {
  const noted = await sql<CanceledHere>(
    `UPDATE marketplace_order SET canceled_here_at = clock_timestamp(), next_attempt_at = clock_timestamp(), attempts = 0,
            updated_at = clock_timestamp()
      WHERE order_id = ANY(?::text[]) AND state = 'imported' AND canceled_here_at IS NULL AND deleted_at IS NULL
     RETURNING id, account_id`,
    [textArray(orderIds)],
  )
  await appendHistory(
    sql,
    noted.map(({ id, account_id }) => ({
      accountId: account_id,
      subjectType: "order",
      subjectId: id,
      actor: "person",
      event: "canceled_here",
    })),
  )
  return noted
}
