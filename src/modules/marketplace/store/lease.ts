import { randomUUID } from "node:crypto"
import type { Sql } from "./sql"

export type LeasedTable = "marketplace_account" | "marketplace_run" | "sync_cursor"
export type Lease = { id: string; token: string }

/**
 * Takes the lease by one conditional UPDATE: of two workers exactly one gets it. A lease that ran out (its process died) is
 * free again.
 */
export async function takeLease(
  sql: Sql,
  table: LeasedTable,
  id: string,
  seconds: number,
): Promise<Lease | undefined> {
  const token = randomUUID()
  const rows = await sql(
    `UPDATE ${table} SET lease_token = ?, lease_until = clock_timestamp() + make_interval(secs => ?)
      WHERE id = ? AND deleted_at IS NULL AND (lease_until IS NULL OR lease_until < clock_timestamp())
      RETURNING id`,
    [token, seconds, id],
  )
  return rows.length ? { id, token } : undefined
}

/** Prolongs a lease; false when it was lost to another worker in the meantime. */
export async function renewLease(
  sql: Sql,
  table: LeasedTable,
  lease: Lease,
  seconds: number,
): Promise<boolean> {
  const rows = await sql(
    `UPDATE ${table} SET lease_until = clock_timestamp() + make_interval(secs => ?)
      WHERE id = ? AND lease_token = ? RETURNING id`,
    [seconds, lease.id, lease.token],
  )
  return rows.length > 0
}

/** Gives a lease back; nothing happens when it is no longer ours. */
export async function releaseLease(sql: Sql, table: LeasedTable, lease: Lease): Promise<void> {
  await sql(`UPDATE ${table} SET lease_token = NULL, lease_until = NULL WHERE id = ? AND lease_token = ?`, [
    lease.id,
    lease.token,
  ])
}

/**
 * Takes the leases of up to `limit` accounts whose sync is due, spread over all processes that ask: locked rows are passed
 * over, so that nobody waits and nothing is taken twice.
 */
export async function takeDueAccounts(sql: Sql, seconds: number, limit: number): Promise<Lease[]> {
  return sql<Lease>(
    `UPDATE marketplace_account SET lease_token = gen_random_uuid()::text,
            lease_until = clock_timestamp() + make_interval(secs => ?)
      WHERE id IN (
        SELECT id FROM marketplace_account
         WHERE deleted_at IS NULL AND state = 'connected' AND next_sync_at <= clock_timestamp()
           AND (lease_until IS NULL OR lease_until < clock_timestamp())
         ORDER BY next_sync_at LIMIT ? FOR UPDATE SKIP LOCKED)
      RETURNING id, lease_token AS token`,
    [seconds, limit],
  )
}

/** Takes the leases of runs that wait, or whose process died; those of an account that is off wait until it is on again. */
export async function takeDueRuns(sql: Sql, seconds: number, limit: number): Promise<Lease[]> {
  return sql<Lease>(
    `UPDATE marketplace_run SET lease_token = gen_random_uuid()::text,
            lease_until = clock_timestamp() + make_interval(secs => ?)
      WHERE id IN (
        SELECT id FROM marketplace_run
         WHERE deleted_at IS NULL AND kind <> 'schedule' AND state IN ('queued', 'running')
           AND (resume_at IS NULL OR resume_at <= clock_timestamp())
           AND NOT EXISTS (SELECT 1 FROM marketplace_account account
                            WHERE account.id = marketplace_run.account_id AND account.state = 'paused')
           AND (lease_until IS NULL OR lease_until < clock_timestamp())
         ORDER BY created_at LIMIT ? FOR UPDATE SKIP LOCKED)
      RETURNING id, lease_token AS token`,
    [seconds, limit],
  )
}
