import type { Problem } from "../../../connector"
import type { AccountState } from "../states"
import { textArray, type Sql } from "./sql"

/** Has the platform asked whether these accounts still work; one that is to be asked sooner stays so. */
export async function askForChecks(sql: Sql, accountIds: string[]): Promise<void> {
  await sql(
    `UPDATE marketplace_account SET check_due_at = LEAST(check_due_at, clock_timestamp())
      WHERE id = ANY(?::text[]) AND deleted_at IS NULL`,
    [textArray(accountIds)],
  )
}

/** Accounts that are to be checked. */
export async function accountsDueForCheck(sql: Sql, limit: number): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `SELECT id FROM marketplace_account WHERE deleted_at IS NULL AND check_due_at <= clock_timestamp()
      ORDER BY check_due_at LIMIT ?`,
    [limit],
  )
  return rows.map(({ id }) => id)
}

/**
 * Takes the check of an account for `seconds`, by one conditional UPDATE: of two workers exactly one gets it. It is due again after
 * that time, unless what came of it is written down.
 */
export async function takeCheck(sql: Sql, accountId: string, seconds: number): Promise<boolean> {
  const taken = await sql(
    `UPDATE marketplace_account SET check_due_at = clock_timestamp() + make_interval(secs => ?)
      WHERE id = ? AND deleted_at IS NULL AND check_due_at <= clock_timestamp() RETURNING id`,
    [seconds, accountId],
  )
  return taken.length > 0
}

/** How an account stands, as the database has it now. */
export type AccountStand = { state: AccountState; problem: Problem | null }

/** The same while nobody else can change it, with the credentials as they are stored. */
export type LockedAccount = AccountStand & { sealed_credentials: string }

/** The stand of an account, with its row locked for the caller's transaction; undefined when it was removed. */
export async function lockAccount(sql: Sql, accountId: string): Promise<LockedAccount | undefined> {
  const [row] = await sql<LockedAccount>(
    `SELECT state, problem, sealed_credentials FROM marketplace_account WHERE id = ? AND deleted_at IS NULL FOR UPDATE`,
    [accountId],
  )
  return row
}

/** Takes the account's lease away from whoever has it: a page that comes now is not stored, and its cursor stays. */
export async function breakLease(sql: Sql, accountId: string): Promise<void> {
  await sql(`UPDATE marketplace_account SET lease_token = NULL, lease_until = NULL WHERE id = ?`, [accountId])
  await sql(
    `UPDATE marketplace_run SET lease_token = NULL, lease_until = NULL, state = 'queued'
      WHERE account_id = ? AND kind <> 'schedule' AND state = 'running'`,
    [accountId],
  )
}
