import { isBlocking, type Problem } from "../../../connector"
import type { MarketplaceOrderState } from "../states"
import { newId, textArray, type Sql } from "./sql"

/** One order of a page, ready to be stored. Instants are ISO 8601 UTC. */
export type StagedOrder = {
  reference: string
  /** By which people know the order, where that is not its reference. */
  number: string | null
  marketplace: string | null
  platform_status: string | null
  platform_updated_at: string
  placed_at: string | null
  fulfilled_by: "merchant" | "platform" | null
  currency: string | null
  total: string | null
  line_count: number
  ship_by: string | null
  deliver_by: string | null
  sealed_payload: string
  /** Until when the platform lets us hold the personal data; null = it sets no limit. */
  personal_data_until: string | null
  digest: string
}

export type StagedResult = {
  id: string
  reference: string
  inserted: boolean
  due: boolean
  platform_status: string | null
}

const COLUMNS = `reference text, number text, marketplace text, platform_status text, platform_updated_at timestamptz,
  placed_at timestamptz, fulfilled_by text, currency text, total text, line_count integer, ship_by timestamptz,
  deliver_by timestamptz, sealed_payload text, personal_data_until timestamptz, digest text`

/**
 * The newest version of each reference: a platform may deliver an order twice in one page. In one order, so that two writers never
 * wait for each other in a circle.
 */
function newestOfEach(orders: StagedOrder[]): StagedOrder[] {
  const newest = new Map<string, StagedOrder>()
  for (const order of orders) {
    const known = newest.get(order.reference)
    // As instants, not as texts: 10:00:00Z sorts behind 10:00:00.500Z.
    if (!known || Date.parse(known.platform_updated_at) <= Date.parse(order.platform_updated_at)) {
      newest.set(order.reference, order)
    }
  }
  return [...newest.values()].sort((left, right) => (left.reference < right.reference ? -1 : 1))
}

/** A new version is decided, and so is an order that a person asked for, unless it is done. */
const MADE_DUE = `(known.digest <> EXCLUDED.digest
              OR (EXCLUDED.requested_by IS NOT NULL AND known.state NOT IN ('imported', 'canceled')))`

/**
 * Stores a page by one statement. A version older than the stored one changes nothing; an unchanged order (equal digest)
 * only moves its update time; a new or changed one becomes due. `requestedBy` marks orders a person asked for: those
 * become due again even when unchanged, unless they are done. What is stored holds personal data again, also where it had
 * expired or its buyer was forgotten: the next purge finds it.
 */
export async function stageOrders(
  sql: Sql,
  accountId: string,
  orders: StagedOrder[],
  options: { requestedBy?: string | null; runId?: string | null } = {},
): Promise<StagedResult[]> {
  const rows = newestOfEach(orders).map((order) => ({ ...order, id: newId("mpord") }))
  if (!rows.length) return []
  return sql<StagedResult>(
    `INSERT INTO marketplace_order AS known (id, account_id, reference, number, marketplace, platform_status,
            platform_updated_at, placed_at, fulfilled_by, currency, total, line_count, ship_by, deliver_by, sealed_payload,
            personal_data_until, digest, requested_by, run_id, state, attempts, next_attempt_at)
     SELECT id, ?, reference, number, marketplace, platform_status, platform_updated_at, placed_at, fulfilled_by, currency, total,
            line_count, ship_by, deliver_by, sealed_payload, personal_data_until, digest, ?, ?, 'waiting', 0, clock_timestamp()
       FROM jsonb_to_recordset(?::jsonb) AS page(id text, ${COLUMNS})
     ON CONFLICT (account_id, reference) WHERE deleted_at IS NULL DO UPDATE SET
            number = COALESCE(EXCLUDED.number, known.number),
            marketplace = EXCLUDED.marketplace, platform_status = EXCLUDED.platform_status,
            platform_updated_at = EXCLUDED.platform_updated_at, placed_at = EXCLUDED.placed_at,
            fulfilled_by = EXCLUDED.fulfilled_by, currency = EXCLUDED.currency, total = EXCLUDED.total,
            line_count = EXCLUDED.line_count, ship_by = EXCLUDED.ship_by, deliver_by = EXCLUDED.deliver_by,
            sealed_payload = EXCLUDED.sealed_payload, digest = EXCLUDED.digest,
            -- A buyer stays forgotten; a store that is read again has come back.
            personal_data_until = LEAST(CASE WHEN known.redacted_for = 'buyer' THEN known.personal_data_until END,
                                        EXCLUDED.personal_data_until),
            redacted_for = NULLIF(known.redacted_for, 'store'), personal_data_purged_at = NULL,
            requested_by = COALESCE(EXCLUDED.requested_by, known.requested_by),
            -- What a person asked for stays counted in that person's run when the schedule meets it.
            run_id = CASE WHEN EXCLUDED.requested_by IS NULL AND known.requested_by IS NOT NULL THEN known.run_id
                          ELSE COALESCE(EXCLUDED.run_id, known.run_id) END,
            -- An approval is good for the version that was looked at.
            approved_by = CASE WHEN known.digest = EXCLUDED.digest OR known.state NOT IN ('blocked', 'canceled')
                                 OR known.order_id IS NOT NULL THEN known.approved_by END,
            attempts = CASE WHEN ${MADE_DUE} THEN 0 ELSE known.attempts END,
            next_attempt_at = CASE WHEN ${MADE_DUE} THEN clock_timestamp() ELSE known.next_attempt_at END,
            updated_at = clock_timestamp()
      WHERE known.platform_updated_at <= EXCLUDED.platform_updated_at
     RETURNING id, reference, platform_status, (xmax = 0) AS inserted,
            (next_attempt_at IS NOT NULL AND next_attempt_at <= clock_timestamp()) AS due`,
    [accountId, options.requestedBy ?? null, options.runId ?? null, JSON.stringify(rows)],
  )
}

/** An inbox row in a worker's hands. */
export type ClaimedOrder = {
  id: string
  reference: string
  state: MarketplaceOrderState
  order_id: string | null
  sealed_payload: string | null
  digest: string
  decided_digest: string | null
  requested_by: string | null
  approved_by: string | null
  attempts: number
  platform_status: string | null
  rule: string | null
  problem_code: string | null
  problems: Problem[] | null
}

/**
 * Takes up to `limit` due orders of an account for `seconds`, oldest first. Rows that another worker holds are passed
 * over; rows of a worker that died come back when their time is over.
 */
export async function claimDueOrders(
  sql: Sql,
  input: {
    accountId: string
    token: string
    seconds: number
    limit: number
    which?: { ids: string[] } | { runId: string }
  },
): Promise<ClaimedOrder[]> {
  const which = input.which
  const filter = !which ? "" : "ids" in which ? "AND id = ANY(?::text[])" : "AND run_id = ?"
  const wanted = !which ? [] : "ids" in which ? [textArray(which.ids)] : [which.runId]
  return sql<ClaimedOrder>(
    `WITH taken AS (
       SELECT id FROM marketplace_order
        WHERE account_id = ? AND deleted_at IS NULL AND next_attempt_at <= clock_timestamp()
          AND (lease_until IS NULL OR lease_until < clock_timestamp())
          ${filter}
        ORDER BY placed_at, id LIMIT ? FOR UPDATE SKIP LOCKED),
     claimed AS (
       UPDATE marketplace_order AS mine SET lease_token = ?, attempts = attempts + 1,
              lease_until = clock_timestamp() + make_interval(secs => ?)
         FROM taken WHERE mine.id = taken.id
       RETURNING mine.id, reference, state, order_id, sealed_payload, digest, decided_digest, requested_by, approved_by,
              attempts, platform_status, rule, problem_code, problems, placed_at)
     SELECT * FROM claimed ORDER BY placed_at, id`,
    [input.accountId, ...wanted, input.limit, input.token, input.seconds],
  )
}

/** Frees claimed orders that nothing was done with. */
export async function freeOrders(sql: Sql, token: string): Promise<void> {
  await sql(`UPDATE marketplace_order SET lease_token = NULL, lease_until = NULL WHERE lease_token = ?`, [
    token,
  ])
}

/** What became of a claimed order. */
export type Settlement = {
  id: string
  /** The version that was decided on; if it was made due again meanwhile, by a newer one or a person, it stays due. */
  digest: string
  state: MarketplaceOrderState
  rule: string | null
  problems: Problem[]
  order_id: string | null
  /** When to try again by itself; null = when something changes. ISO 8601. */
  next_attempt_at: string | null
}

/** An order, and no draft of one: a draft goes when its order is canceled. */
const IN_MEDUSA = `mine.state IN ('imported', 'canceled')`
/**
 * A newer version came, or a person or a change made the order due again, while it was being decided: a claim counts an attempt, and
 * whatever makes an order due starts counting anew.
 */
const MEANWHILE_DUE = `(mine.digest <> done.digest OR mine.attempts = 0)`

/**
 * Writes what became of claimed orders by one statement and frees them, in the caller's transaction. Gives the ids that were still
 * ours.
 */
export async function settleOrders(sql: Sql, token: string, settlements: Settlement[]): Promise<string[]> {
  if (!settlements.length) return []
  const rows = settlements.map((settled) => ({
    ...settled,
    problem_code: settled.problems.find(isBlocking)?.code ?? null,
  }))
  // In the order in which a page is stored.
  await sql(`SELECT 1 FROM marketplace_order WHERE id = ANY(?::text[]) ORDER BY reference FOR UPDATE`, [
    textArray(rows.map(({ id }) => id)),
  ])
  const updated = await sql<{ id: string }>(
    `UPDATE marketplace_order AS mine SET state = done.state, rule = done.rule, problem_code = done.problem_code,
            problems = done.problems,
            order_id = CASE WHEN done.state IN ('imported', 'review') OR (done.state = 'canceled' AND ${IN_MEDUSA})
                              THEN COALESCE(done.order_id, mine.order_id)
                            ELSE done.order_id END,
            imported_at = CASE WHEN done.state = 'imported' THEN COALESCE(mine.imported_at, clock_timestamp())
                               ELSE mine.imported_at END,
            -- A person who meanwhile wants an edited draft made anew has cleared it.
            decided_digest = CASE WHEN mine.digest = done.digest AND mine.attempts = 0 THEN mine.decided_digest
                                  ELSE done.digest END,
            draft_edited_at = CASE WHEN done.state IN ('review', 'imported') THEN mine.draft_edited_at END,
            attempts = CASE WHEN done.next_attempt_at IS NULL THEN 0 ELSE mine.attempts END,
            next_attempt_at = CASE WHEN ${MEANWHILE_DUE} THEN clock_timestamp() ELSE done.next_attempt_at END,
            lease_token = NULL, lease_until = NULL, updated_at = clock_timestamp()
       FROM jsonb_to_recordset(?::jsonb) AS done(id text, digest text, state text, rule text, problem_code text,
            problems jsonb, order_id text, next_attempt_at timestamptz)
      WHERE mine.id = done.id AND mine.lease_token = ?
     RETURNING mine.id`,
    [JSON.stringify(rows), token],
  )
  return updated.map((row) => row.id)
}

/**
 * Makes orders due: all of `ids`, all that are blocked, those that wait for payment or review, or those blocked by a listing that
 * has just been mapped.
 */
export async function makeDue(
  sql: Sql,
  accountId: string,
  which: { ids: string[] } | { blocked: true } | { held: true } | { unmappedListings: string[] },
): Promise<string[]> {
  const due = `UPDATE marketplace_order SET next_attempt_at = clock_timestamp(), attempts = 0
                WHERE account_id = ? AND deleted_at IS NULL`
  const unmapped = `AND problems @> ANY(
      SELECT jsonb_build_array(jsonb_build_object('code', code, 'details', jsonb_build_object('listing_key', key)))
        FROM jsonb_array_elements_text(?::jsonb) AS key,
             unnest(ARRAY['listing_unmapped', 'listing_ambiguous']) AS code)`
  const [filter, parameters] =
    "ids" in which
      ? ["AND id = ANY(?::text[])", [textArray(which.ids)]]
      : "blocked" in which
        ? ["AND state = 'blocked'", []]
        : "held" in which
          ? ["AND (state = 'review' OR (state = 'waiting' AND rule = 'not_paid'))", []]
          : [`AND state = 'blocked' ${unmapped}`, [JSON.stringify(which.unmappedListings)]]
  const rows = await sql<{ id: string }>(`${due} ${filter} RETURNING id`, [accountId, ...parameters])
  return rows.map((row) => row.id)
}

/** Connected accounts of some connectors that have due orders which nobody holds. */
export async function accountsWithDueOrders(
  sql: Sql,
  connectorIds: string[],
  limit: number,
): Promise<string[]> {
  const rows = await sql<{ id: string }>(
    `SELECT id FROM marketplace_account account
      WHERE deleted_at IS NULL AND state <> 'paused'
        AND provider_id IN (SELECT jsonb_array_elements_text(?::jsonb)) AND EXISTS (
        SELECT 1 FROM marketplace_order
         WHERE account_id = account.id AND deleted_at IS NULL AND next_attempt_at <= clock_timestamp()
           AND (lease_until IS NULL OR lease_until < clock_timestamp()))
      LIMIT ?`,
    [JSON.stringify(connectorIds), limit],
  )
  return rows.map(({ id }) => id)
}
