import { credentialsPurpose, dispatchPurpose, payloadPurpose, privacyPurpose, type Sealer } from "../sealer"
import type { Sql } from "./sql"

type SealedRow = { id: string; sealed: string; purpose: string }

async function resealTable(
  sql: Sql,
  sealer: Sealer,
  table: string,
  column: string,
  rows: SealedRow[],
): Promise<number> {
  const changed = rows.map((row) => ({
    id: row.id,
    sealed: sealer.seal(sealer.open(row.sealed, row.purpose), row.purpose),
  }))
  if (changed.length) {
    await sql(
      `UPDATE ${table} AS mine SET ${column} = again.sealed
         FROM jsonb_to_recordset(?::jsonb) AS again(id text, sealed text) WHERE mine.id = again.id`,
      [JSON.stringify(changed)],
    )
  }
  return changed.length
}

/** Seals values that are under an earlier key again under the current one. Gives how many; 0 = the old key can go. */
export async function resealBatch(sql: Sql, sealer: Sealer, limit: number): Promise<number> {
  const current = `${sealer.currentPrefix}%`
  const accounts = await sql<{ id: string; sealed: string }>(
    `SELECT id, sealed_credentials AS sealed FROM marketplace_account
      WHERE sealed_credentials NOT LIKE ? AND sealed_credentials <> '' LIMIT ? FOR UPDATE SKIP LOCKED`,
    [current, limit],
  )
  const orders = await sql<{ id: string; sealed: string; account_id: string; reference: string }>(
    `SELECT id, sealed_payload AS sealed, account_id, reference FROM marketplace_order
      WHERE sealed_payload IS NOT NULL AND sealed_payload NOT LIKE ? LIMIT ? FOR UPDATE SKIP LOCKED`,
    [current, limit],
  )
  const dispatches = await sql<{ id: string; sealed: string; account_id: string; subject: string }>(
    `SELECT id, sealed_body AS sealed, account_id, subject FROM marketplace_dispatch
      WHERE sealed_body IS NOT NULL AND sealed_body NOT LIKE ? LIMIT ? FOR UPDATE SKIP LOCKED`,
    [current, limit],
  )
  const requests = await sql<{ id: string; sealed: string; provider_id: string; request_key: string }>(
    `SELECT id, sealed_body AS sealed, provider_id, request_key FROM marketplace_privacy_request
      WHERE sealed_body IS NOT NULL AND sealed_body NOT LIKE ? LIMIT ? FOR UPDATE SKIP LOCKED`,
    [current, limit],
  )
  return (
    (await resealTable(
      sql,
      sealer,
      "marketplace_privacy_request",
      "sealed_body",
      requests.map((row) => ({ ...row, purpose: privacyPurpose(row.provider_id, row.request_key) })),
    )) +
    (await resealTable(
      sql,
      sealer,
      "marketplace_account",
      "sealed_credentials",
      accounts.map((row) => ({ ...row, purpose: credentialsPurpose(row.id) })),
    )) +
    (await resealTable(
      sql,
      sealer,
      "marketplace_order",
      "sealed_payload",
      orders.map((row) => ({ ...row, purpose: payloadPurpose(row.account_id, row.reference) })),
    )) +
    (await resealTable(
      sql,
      sealer,
      "marketplace_dispatch",
      "sealed_body",
      dispatches.map((row) => ({ ...row, purpose: dispatchPurpose(row.account_id, row.subject) })),
    ))
  )
}
