import type { Sql } from "../../modules/marketplace/store/sql"
import type { OpenTransfer } from "./rules/explain-difference"

type Row = OpenTransfer & { inventory_item_id: string }

/** What an account still has on its way to a location, by inventory item, the oldest first. */
export async function openTransfers(
  sql: Sql,
  accountId: string,
  locationId: string,
  inventoryItemIds: string[],
): Promise<Map<string, OpenTransfer[]>> {
  const rows = await sql<Row>(
    `SELECT id, reference, listing_key AS "listingKey", quantity - received_quantity AS open, inventory_item_id
       FROM marketplace_inbound_transfer
      WHERE account_id = ? AND to_location_id = ? AND inventory_item_id = ANY(?::text[]) AND received_quantity < quantity
        AND deleted_at IS NULL
      ORDER BY sent_at, id FOR UPDATE`,
    [accountId, locationId, `{${inventoryItemIds.join(",")}}`],
  )
  const byItem = new Map<string, OpenTransfer[]>()
  for (const { inventory_item_id, ...transfer } of rows) {
    byItem.set(inventory_item_id, [...(byItem.get(inventory_item_id) ?? []), transfer])
  }
  return byItem
}

/** Notes what the platform has counted in of some transfers. */
export async function receiveTransfers(
  sql: Sql,
  received: { id: string; quantity: number }[],
): Promise<void> {
  if (!received.length) return
  await sql(
    `UPDATE marketplace_inbound_transfer AS mine
        SET received_quantity = received_quantity + got.quantity, updated_at = clock_timestamp()
       FROM jsonb_to_recordset(?::jsonb) AS got(id text, quantity integer) WHERE mine.id = got.id`,
    [JSON.stringify(received)],
  )
}
