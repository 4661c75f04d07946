import { appendHistory } from "../history"
import { personLine } from "../lines"
import type { Sql } from "../sql"

/** What the column `stock_brake` of an account says while the brake holds. */
export type StockBrake = { zeroed: number; raised: number; listings: number; at: string }

/** How long a release lets everything through. */
export const RELEASE_MINUTES = 60

type Counts = Omit<StockBrake, "at">

/** Sets the brake, with its history; true when it did not hold before. The numbers of one that holds are kept current. */
export async function setBrake(sql: Sql, accountId: string, counts: Counts): Promise<boolean> {
  const rows = await sql(
    `UPDATE marketplace_account SET stock_brake = ?::jsonb || jsonb_build_object('at', clock_timestamp())
      WHERE id = ? AND deleted_at IS NULL AND stock_brake IS NULL RETURNING id`,
    [JSON.stringify(counts), accountId],
  )
  if (!rows.length) {
    await sql(`UPDATE marketplace_account SET stock_brake = stock_brake || ?::jsonb WHERE id = ?`, [
      JSON.stringify(counts),
      accountId,
    ])
    return false
  }
  await appendHistory(sql, [
    {
      accountId,
      subjectType: "account",
      subjectId: accountId,
      actor: "schedule",
      event: "stock_braked",
      details: counts,
    },
  ])
  return true
}

/** Takes the brake off by itself: what is owed is back within bounds. */
export async function clearBrake(sql: Sql, accountId: string): Promise<void> {
  const rows = await sql(
    `UPDATE marketplace_account SET stock_brake = NULL
      WHERE id = ? AND stock_brake IS NOT NULL RETURNING id`,
    [accountId],
  )
  if (!rows.length) return
  await appendHistory(sql, [
    { accountId, subjectType: "account", subjectId: accountId, actor: "schedule", event: "stock_released" },
  ])
}

/** A person lets through what is held, for an hour; gives how many levels are due by it. */
export async function releaseBrake(sql: Sql, accountId: string, personId: string): Promise<number> {
  await sql(
    `UPDATE marketplace_account SET stock_brake = NULL,
            stock_released_until = clock_timestamp() + make_interval(mins => ?)
      WHERE id = ? AND deleted_at IS NULL`,
    [RELEASE_MINUTES, accountId],
  )
  const due = await sql(
    `UPDATE marketplace_dispatch SET next_attempt_at = clock_timestamp()
      WHERE account_id = ? AND kind = 'stock' AND state = 'owed' AND problem_code IS NULL AND deleted_at IS NULL
      RETURNING id`,
    [accountId],
  )
  await appendHistory(sql, [personLine(accountId, personId, "stock_released", { levels: due.length })])
  return due.length
}
