import type { Sql } from "./sql"

/**
 * Takes an account out of use, in the caller's transaction. Its rows stay for the books, marked as deleted, so that the same
 * seller can be connected anew and starts clean; secrets and personal data go. Workers that are at it lose their leases.
 */
export async function removeAccount(sql: Sql, accountId: string, emptyCredentials: string): Promise<void> {
  await sql(
    `UPDATE marketplace_account SET deleted_at = clock_timestamp(), sealed_credentials = ?, next_sync_at = NULL,
            lease_token = NULL, lease_until = NULL
      WHERE id = ? AND deleted_at IS NULL`,
    [emptyCredentials, accountId],
  )
  await sql(
    `UPDATE marketplace_order SET deleted_at = clock_timestamp(), sealed_payload = NULL, next_attempt_at = NULL,
            lease_token = NULL, lease_until = NULL
      WHERE account_id = ? AND deleted_at IS NULL`,
    [accountId],
  )
  await sql(
    `UPDATE marketplace_dispatch SET deleted_at = clock_timestamp(), sealed_body = NULL, next_attempt_at = NULL,
            lease_token = NULL, lease_until = NULL
      WHERE account_id = ? AND deleted_at IS NULL`,
    [accountId],
  )
  for (const table of ["marketplace_site", "sync_cursor", "product_mapping"]) {
    await sql(
      `UPDATE ${table} SET deleted_at = clock_timestamp() WHERE account_id = ? AND deleted_at IS NULL`,
      [accountId],
    )
  }
  await sql(
    `UPDATE marketplace_run SET state = 'failed', finished_at = clock_timestamp(), lease_token = NULL, lease_until = NULL,
            problem = ?::jsonb
      WHERE account_id = ? AND state IN ('queued', 'running')`,
    [JSON.stringify({ code: "import_failed", details: { reason: "account removed" } }), accountId],
  )
  await sql(`DELETE FROM marketplace_quota WHERE account_id = ?`, [accountId])
}
