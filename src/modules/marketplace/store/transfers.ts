import { newId, type Sql } from "./sql"

export type TransferPlaces = { from: string; to: string }
export type RecordedPart = {
  listing_key: string
  inventory_item_id: string
  packages: number
  quantity: number
  from_location_id: string
  to_location_id: string
}
type Part = {
  listingKey: string
  variantId: string
  inventoryItemId: string
  packages: number
  quantity: number
}

/** Of two requests that record the same reference at once, one waits until the other is done. */
export async function lockTransfer(sql: Sql, accountId: string, reference: string): Promise<void> {
  await sql(`SELECT pg_advisory_xact_lock(hashtextextended(?, 0))`, [`transfer ${accountId} ${reference}`])
}

export async function recordedTransfer(
  sql: Sql,
  accountId: string,
  reference: string,
): Promise<RecordedPart[]> {
  return sql<RecordedPart>(
    `SELECT listing_key, inventory_item_id, packages, quantity, from_location_id, to_location_id
       FROM marketplace_inbound_transfer WHERE account_id = ? AND reference = ? AND deleted_at IS NULL`,
    [accountId, reference],
  )
}

export async function writeTransfer(
  sql: Sql,
  input: { accountId: string; reference: string; places: TransferPlaces; actorId: string; parts: Part[] },
): Promise<void> {
  const rows = input.parts.map((part) => ({ ...part, id: newId("mptra") }))
  await sql(
    `INSERT INTO marketplace_inbound_transfer (id, account_id, reference, listing_key, variant_id, inventory_item_id,
            from_location_id, to_location_id, packages, quantity, recorded_by, sent_at)
     SELECT id, ?, ?, "listingKey", "variantId", "inventoryItemId", ?, ?, packages, quantity, ?, clock_timestamp()
       FROM jsonb_to_recordset(?::jsonb) AS part(id text, "listingKey" text, "variantId" text, "inventoryItemId" text,
            packages integer, quantity integer)`,
    [
      input.accountId,
      input.reference,
      input.places.from,
      input.places.to,
      input.actorId,
      JSON.stringify(rows),
    ],
  )
}

/** The references of an account's transfers, the newest first, and how many there are. */
export async function transferReferences(
  sql: Sql,
  accountId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ references: string[]; count: number }> {
  const rows = await sql<{ reference: string; count: string | number }>(
    `SELECT reference, COUNT(*) OVER () AS count FROM marketplace_inbound_transfer
      WHERE account_id = ? AND deleted_at IS NULL GROUP BY reference ORDER BY MAX(sent_at) DESC, reference
      LIMIT ? OFFSET ?`,
    [accountId, limit, offset],
  )
  return {
    references: rows.map(({ reference }) => reference),
    count: rows.length ? Number(rows[0].count) : 0,
  }
}
