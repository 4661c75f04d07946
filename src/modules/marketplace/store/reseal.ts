import { credentialsPurpose, dispatchPurpose, payloadPurpose, privacyPurpose, type Sealer } from "../sealer"
import { textArray, type Sql } from "./sql"

type SealedRow = { id: string; sealed: string; purpose: string }

/** What is sealed under the current key again; a value that does not open is left as it is and stops no other. */
function sealedAgain(sealer: Sealer, rows: SealedRow[]): { id: string; sealed: string }[] {
  return rows.flatMap(({ id, sealed, purpose }) => {
    let value: unknown
    try {
      value = sealer.open(sealed, purpose)
    } catch {
      return []
    }
    return [{ id, sealed: sealer.seal(value, purpose) }]
  })
}

async function resealTable(
  sql: Sql,
  sealer: Sealer,
  table: string,
  column: string,
  rows: SealedRow[],
): Promise<number> {
  const changed = sealedAgain(sealer, rows)
  if (changed.length) {
    await sql(
      `UPDATE ${table} AS mine SET ${column} = again.sealed
         FROM jsonb_to_recordset(?::jsonb) AS again(id text, sealed text) WHERE mine.id = again.id`,
      [JSON.stringify(changed)],
    )
  }
  return changed.length
}

/**
 * Seals values that are under an earlier key again under the current one. Gives how many; 0 = the old keys can go, but for what
 * no configured key opens (`countSealedOtherwise`).
 */
export async function resealBatch(sql: Sql, sealer: Sealer, limit: number): Promise<number> {
  const earlier = textArray(sealer.earlierPrefixes.map((prefix) => `${prefix}%`))
  const accounts = await sql<{ id: string; sealed: string }>(
    `SELECT id, sealed_credentials AS sealed FROM marketplace_account
      WHERE sealed_credentials LIKE ANY(?::text[]) LIMIT ? FOR UPDATE SKIP LOCKED`,
    [earlier, limit],
  )
  const orders = await sql<{ id: string; sealed: string; account_id: string; reference: string }>(
    `SELECT id, sealed_payload AS sealed, account_id, reference FROM marketplace_order
      WHERE sealed_payload LIKE ANY(?::text[]) LIMIT ? FOR UPDATE SKIP LOCKED`,
    [earlier, limit],
  )
  const dispatches = await sql<{ id: string; sealed: string; account_id: string; subject: string }>(
    `SELECT id, sealed_body AS sealed, account_id, subject FROM marketplace_dispatch
      WHERE sealed_body LIKE ANY(?::text[]) LIMIT ? FOR UPDATE SKIP LOCKED`,
    [earlier, limit],
  )
  const requests = await sql<{ id: string; sealed: string; provider_id: string; request_key: string }>(
    `SELECT id, sealed_body AS sealed, provider_id, request_key FROM marketplace_privacy_request
      WHERE sealed_body LIKE ANY(?::text[]) LIMIT ? FOR UPDATE SKIP LOCKED`,
    [earlier, limit],
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

/** How many values are not under the current key: once nothing is left to seal again, those that no configured key opens. */
export async function countSealedOtherwise(sql: Sql, sealer: Sealer): Promise<number> {
  const current = `${sealer.currentPrefix}%`
  const [{ count }] = await sql<{ count: number }>(
    `SELECT ((SELECT count(*) FROM marketplace_account
               WHERE sealed_credentials NOT LIKE ? AND sealed_credentials <> '')
           + (SELECT count(*) FROM marketplace_order WHERE sealed_payload NOT LIKE ?)
           + (SELECT count(*) FROM marketplace_dispatch WHERE sealed_body NOT LIKE ?)
           + (SELECT count(*) FROM marketplace_privacy_request WHERE sealed_body NOT LIKE ?))::int AS count`,
    [current, current, current, current],
  )
  return count
}
