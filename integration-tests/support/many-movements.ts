import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Movements of two years at two locations: 400 articles of two accounts, sold, counted and sent in. */
const FILL = `
  INSERT INTO marketplace_stock_movement (id, account_id, reason, reference, line_reference, marketplace, listing_key,
         variant_id, inventory_item_id, location_id, quantity, balance, at)
  SELECT 'mpmov_' || lpad(n::text, 10, '0'), (?::text[])[1 + n % 2],
         (ARRAY['platform_shipment', 'platform_shipment', 'platform_shipment', 'platform_count'])[1 + n % 4],
         'ORDER-' || n, 'line', (ARRAY['ATVPDKIKX0DER', 'A2EUQ1WTGCTBG2'])[1 + n % 2], 'LISTING-' || n % 400,
         'variant_' || n % 400, 'iitem_' || n % 400, 'sloc_' || n % 2, -1, 100000 - n,
         now() - make_interval(mins => (?::int - n) * 10)
    FROM generate_series(1, ?::int) AS n`

/** Fills the movements by one statement, and lets PostgreSQL know what is in them. */
export async function fillMovements(knex: Knex, accountIds: string[], count: number): Promise<void> {
  await knex.raw(FILL, [accountIds, count, count])
  await knex.raw("VACUUM ANALYZE marketplace_stock_movement")
}
