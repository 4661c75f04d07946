import { setTimeout as wait } from "node:timers/promises"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Accounts, states and dates of a shop that has sold for two years; one order in twenty needs a person. */
const FILL = `
  INSERT INTO marketplace_order (id, account_id, reference, marketplace, platform_status, platform_updated_at, placed_at,
         fulfilled_by, currency, total, line_count, ship_by, deliver_by, state, rule, problem_code, problems, order_id,
         imported_at, sealed_payload, digest, decided_digest, run_id, attempts, updated_at)
  SELECT 'mpord_' || lpad(n::text, 10, '0'),
         (?::text[])[1 + n % 3],
         lpad((n * 7919 % 1000)::text, 3, '0') || '-' || lpad((n::bigint * 104729 % 10000000)::text, 7, '0')
           || '-' || lpad(n::text, 7, '0'),
         (ARRAY['ATVPDKIKX0DER', 'A2EUQ1WTGCTBG2', 'A1AM78C64UM0Y8'])[1 + n % 7 % 3],
         CASE WHEN standing.state = 'canceled' THEN 'CANCELLED' WHEN n % 251 = 0 THEN 'UNSHIPPED' ELSE 'SHIPPED' END,
         placed.at + interval '1 hour', placed.at,
         CASE WHEN n % 5 = 0 THEN 'platform' ELSE 'merchant' END, 'USD', '49.90', 1 + n % 3,
         placed.at + interval '2 days', placed.at + interval '5 days', standing.state,
         CASE WHEN standing.state = 'ignored' THEN 'before_activation' END,
         CASE WHEN standing.state = 'blocked' THEN CASE WHEN n / 50 % 2 = 0 THEN 'listing_unmapped' ELSE 'stock_short' END END,
         CASE WHEN standing.state = 'blocked' THEN jsonb_build_array(jsonb_build_object(
           'code', CASE WHEN n / 50 % 2 = 0 THEN 'listing_unmapped' ELSE 'stock_short' END,
           'details', jsonb_build_object('listing_key', 'LISTING-' || n / 50 % 400, 'title', 'Listing', 'sku', 'SKU')))
           ELSE '[]'::jsonb END,
         CASE WHEN standing.state = 'imported' THEN 'order_' || n END,
         CASE WHEN standing.state = 'imported' THEN placed.at END,
         repeat(md5(n::text), 60), md5(n::text), md5(n::text), 'mprun_' || n / 500, 0,
         placed.at + interval '3 days'
    FROM generate_series(1, ?::int) AS n,
         LATERAL (SELECT now() - make_interval(mins => n * 10) AS at) AS placed,
         LATERAL (SELECT CASE WHEN n % 50 = 0 THEN 'blocked' WHEN n % 33 = 0 THEN 'review' WHEN n % 17 = 0 THEN 'canceled'
                              WHEN n % 13 = 0 THEN 'ignored' WHEN n % 101 = 0 THEN 'waiting' ELSE 'imported' END AS state)
           AS standing`

const VISIBLE = `SELECT relallvisible > 0.9 * relpages AS all FROM pg_class WHERE oid = 'marketplace_order'::regclass`
const MOST_TRIES = 20

/**
 * Fills the inbox of three accounts with made-up orders, by one statement, and leaves the table as a shop has it that has run
 * for a while: vacuumed, which some other session's open transaction may put off for a moment.
 */
export async function fillInbox(knex: Knex, accountIds: string[], count: number): Promise<void> {
  await knex.raw(FILL, [accountIds, count])
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    await knex.raw("VACUUM ANALYZE marketplace_order")
    const { rows } = await knex.raw<{ rows: { all: boolean }[] }>(VISIBLE)
    if (rows[0].all) return
    await wait(500)
  }
  throw new Error("The filled inbox could not be vacuumed: a transaction stays open")
}
