import type { RateLimit } from "../../../connector"
import { newId, textArray, type Sql } from "./sql"

/** What is in the bucket now: what was left plus what flowed in since, at most the burst. */
const FILLED = `LEAST(burst, tokens + EXTRACT(EPOCH FROM (clock_timestamp() - refilled_at)) * rate_per_second)`

/** Makes the bucket of an operation, full, unless it exists. */
export async function ensureQuota(
  sql: Sql,
  accountId: string,
  operation: string,
  limit: RateLimit,
): Promise<void> {
  await sql(
    `INSERT INTO marketplace_quota (id, account_id, operation, tokens, burst, rate_per_second, refilled_at)
     VALUES (?, ?, ?, ?, ?, ?, clock_timestamp()) ON CONFLICT (account_id, operation) WHERE deleted_at IS NULL DO NOTHING`,
    [newId("mpq"), accountId, operation, limit.burst, limit.burst, limit.ratePerSecond],
  )
}

/**
 * Spends one call by one statement: two processes can never spend the same token. Gives the milliseconds to wait for the
 * next token when there is none, 0 when the call may be made, undefined when the bucket does not exist yet.
 */
export async function spendQuota(
  sql: Sql,
  accountId: string,
  operation: string,
): Promise<number | undefined> {
  const spent = await sql(
    `UPDATE marketplace_quota SET tokens = ${FILLED} - 1, refilled_at = clock_timestamp()
      WHERE account_id = ? AND operation = ? AND ${FILLED} >= 1 RETURNING id`,
    [accountId, operation],
  )
  if (spent.length) return 0
  const [bucket] = await sql<{ wait: string | number }>(
    `SELECT CEIL((1 - ${FILLED}) / rate_per_second * 1000) AS wait FROM marketplace_quota
      WHERE account_id = ? AND operation = ?`,
    [accountId, operation],
  )
  return bucket && Math.max(1, Number(bucket.wait))
}

/** Corrects the rate by what the platform's answer says; what had flowed in at the old rate is kept. */
export async function observeRate(
  sql: Sql,
  accountId: string,
  operation: string,
  rate: number,
): Promise<void> {
  await sql(
    `UPDATE marketplace_quota SET tokens = ${FILLED}, refilled_at = clock_timestamp(), rate_per_second = ?
      WHERE account_id = ? AND operation = ? AND rate_per_second <> ?::real`,
    [rate, accountId, operation, rate],
  )
}

/** Empties the bucket: the platform refused a call that we thought was within the budget. Gives the wait in milliseconds. */
export async function exhaustQuota(sql: Sql, accountId: string, operation: string): Promise<number> {
  const [bucket] = await sql<{ wait: string | number }>(
    `UPDATE marketplace_quota SET tokens = 0, refilled_at = clock_timestamp()
      WHERE account_id = ? AND operation = ? RETURNING CEIL(1000 / rate_per_second) AS wait`,
    [accountId, operation],
  )
  return bucket ? Number(bucket.wait) : 60_000
}

/** What is left of an operation's budget: whole calls, with what flowed in until now. */
export type Budget = { operation: string; left: number; burst: number; rate_per_second: number }

/** The budgets that some accounts have used so far, by one query. */
export async function budgetsOf(sql: Sql, accountIds: string[]): Promise<Map<string, Budget[]>> {
  const rows = await sql<Budget & { account_id: string }>(
    `SELECT account_id, operation, FLOOR(${FILLED})::integer AS left, burst, rate_per_second FROM marketplace_quota
      WHERE account_id = ANY(?::text[]) AND deleted_at IS NULL ORDER BY operation`,
    [textArray(accountIds)],
  )
  const budgets = new Map<string, Budget[]>(accountIds.map((id) => [id, []]))
  for (const { account_id, ...budget } of rows) budgets.get(account_id)?.push(budget)
  return budgets
}
