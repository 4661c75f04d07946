import type { ExpectedOrder } from "../simulators/amazon"
import type { ScaleDatabase } from "./scale-database"

type OrderBooks = {
  reference: string
  orders: string
  status: string
  customers: string
  collections: string
  collection_status: string
  captured: string
  refunded: string
  paid: string
  pending: string
  lines: string
  reserved: string
  fulfillments: string
}

const number = (value: unknown): number => Number(value ?? 0)

/** What every imported order has in Medusa, counted in the tables themselves. */
export async function orderBooks(database: ScaleDatabase): Promise<OrderBooks[]> {
  return database.query<OrderBooks>(`
    SELECT o.metadata -> 'marketplace' ->> 'reference' AS reference,
           COUNT(*) OVER (PARTITION BY o.custom_display_id) AS orders,
           o.status,
           (SELECT COUNT(*) FROM customer c WHERE c.id = o.customer_id AND c.deleted_at IS NULL) AS customers,
           (SELECT COUNT(*) FROM order_payment_collection l WHERE l.order_id = o.id AND l.deleted_at IS NULL) AS collections,
           (SELECT MIN(p.status::text) FROM payment_collection p JOIN order_payment_collection l
               ON l.payment_collection_id = p.id WHERE l.order_id = o.id) AS collection_status,
           (SELECT SUM(p.captured_amount) FROM payment_collection p JOIN order_payment_collection l
               ON l.payment_collection_id = p.id WHERE l.order_id = o.id) AS captured,
           (SELECT SUM(p.refunded_amount) FROM payment_collection p JOIN order_payment_collection l
               ON l.payment_collection_id = p.id WHERE l.order_id = o.id) AS refunded,
           (SELECT SUM(t.amount) FROM order_transaction t WHERE t.order_id = o.id AND t.deleted_at IS NULL) AS paid,
           (SELECT (s.totals ->> 'pending_difference')::numeric FROM order_summary s
             WHERE s.order_id = o.id AND s.deleted_at IS NULL ORDER BY s.version DESC LIMIT 1) AS pending,
           (SELECT COUNT(*) FROM order_item i JOIN order_line_item li ON li.id = i.item_id
             WHERE i.order_id = o.id AND i.version = o.version AND li.variant_id IS NOT NULL) AS lines,
           (SELECT COUNT(*) FROM reservation_item r JOIN order_item i ON i.item_id = r.line_item_id
             WHERE i.order_id = o.id AND i.version = o.version AND r.deleted_at IS NULL) AS reserved,
           (SELECT COUNT(*) FROM order_fulfillment f WHERE f.order_id = o.id AND f.deleted_at IS NULL) AS fulfillments
      FROM "order" o WHERE o.deleted_at IS NULL AND o.metadata ? 'marketplace'`)
}

/** Sums over the whole store that must agree with each other. */
export async function bookkeepingOf(database: ScaleDatabase, accountId: string) {
  const [sums] = await database.query(
    `SELECT
       (SELECT COUNT(*) FROM payment_collection WHERE metadata ? 'marketplace') AS collections,
       (SELECT COUNT(*) FROM fulfillment WHERE metadata ? 'marketplace') AS fulfillments,
       (SELECT COUNT(*) FROM customer WHERE metadata ? 'marketplace' AND deleted_at IS NULL) AS customers,
       (SELECT COUNT(*) FROM (SELECT email FROM customer WHERE email IS NOT NULL GROUP BY email HAVING COUNT(*) > 1) d)
         AS doubled_customers,
       (SELECT SUM(quantity) FROM reservation_item WHERE deleted_at IS NULL) AS reservations,
       (SELECT SUM(reserved_quantity) FROM inventory_level WHERE deleted_at IS NULL) AS reserved_on_levels,
       (SELECT SUM(quantity) FROM marketplace_stock_movement) AS moved,
       (SELECT SUM(stocked_quantity) FROM inventory_level WHERE deleted_at IS NULL) AS stocked,
       (SELECT COUNT(*) FROM inventory_level WHERE deleted_at IS NULL) AS levels,
       (SELECT COUNT(*) FROM history_entry WHERE account_id = $1 AND event = 'imported') AS imported_lines,
       (SELECT COUNT(*) FROM marketplace_order WHERE account_id = $1 AND deleted_at IS NULL) AS seen,
       (SELECT COUNT(*) FROM marketplace_order WHERE account_id = $1 AND next_attempt_at IS NOT NULL) AS open`,
    [accountId],
  )
  return {
    collections: number(sums.collections),
    fulfillments: number(sums.fulfillments),
    customers: number(sums.customers),
    doubledCustomers: number(sums.doubled_customers),
    reservations: number(sums.reservations),
    reservedOnLevels: number(sums.reserved_on_levels),
    moved: number(sums.moved),
    stocked: number(sums.stocked),
    levels: number(sums.levels),
    importedLines: number(sums.imported_lines),
    seen: number(sums.seen),
    open: number(sums.open),
  }
}

/** Pieces that the seeded store has of every article at each location. */
const SEEDED_STOCK = 100_000

/**
 * Every expected order is there once, with everything that belongs to it once, and all sums agree: reservations with
 * levels, movements with stock, payments with totals. `canceled` are those of them that the platform has canceled since.
 */
export async function expectBooksToBalance(
  database: ScaleDatabase,
  accountId: string,
  imported: ExpectedOrder[],
  canceled: ExpectedOrder[] = [],
): Promise<void> {
  const books = await orderBooks(database)
  expect(books.map(({ reference }) => reference).sort()).toEqual(
    imported.map(({ orderId }) => orderId).sort(),
  )
  const found = new Map(books.map((row) => [row.reference, row]))
  const gone = new Set(canceled.map(({ orderId }) => orderId))
  const wrong = imported.flatMap((order) => {
    const row = found.get(order.orderId)
    if (!row) return [{ order: order.orderId, what: "missing" }]
    const dead = gone.has(order.orderId)
    const total = number(order.total)
    const facts: [string, unknown, unknown][] = [
      ["orders", number(row.orders), 1],
      ["status", row.status, dead ? "canceled" : "pending"],
      ["at most one customer", number(row.customers) <= 1, true],
      ["payment collections", number(row.collections), 1],
      ["payment status", row.collection_status, dead ? "canceled" : "completed"],
      ["captured", number(row.captured), total],
      ["refunded", number(row.refunded), dead ? total : 0],
      ["paid", number(row.paid), dead ? 0 : total],
      ["outstanding", number(row.pending), 0],
      ["goods lines", number(row.lines), order.lines.filter((line) => line.quantity > 0).length],
      ["fulfilments", number(row.fulfillments), order.fulfilledBy === "AMAZON" ? 1 : 0],
    ]
    if (order.fulfilledBy === "AMAZON" || dead) facts.push(["reservations", number(row.reserved), 0])
    return facts
      .filter(([, actual, wanted]) => actual !== wanted)
      .map(([what, actual, wanted]) => ({ order: order.orderId, what, actual, wanted }))
  })
  expect(wrong).toEqual([])

  const sums = await bookkeepingOf(database, accountId)
  expect(sums.collections).toBe(imported.length)
  expect(sums.fulfillments).toBe(imported.filter(({ fulfilledBy }) => fulfilledBy === "AMAZON").length)
  expect(sums.doubledCustomers).toBe(0)
  expect(sums.reservedOnLevels).toBe(sums.reservations)
  expect(sums.reservations).toBeGreaterThan(0)
  expect(sums.stocked).toBe(sums.levels * SEEDED_STOCK + sums.moved)
  expect(sums.importedLines).toBe(imported.length)
  expect(sums.open).toBe(0)
}
