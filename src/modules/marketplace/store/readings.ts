import type { Problem } from "../../../connector"
import { newId, type Sql } from "./sql"
import type { Lease } from "./lease"

/** A reading in a worker's hands. */
export type OpenReading = {
  account_id: string
  resource: string
  /** Instant of the last full reading. */
  position: Date
  /** When this one began, perhaps in another process. */
  started_at: Date
  progress: string | null
  requested_by: string | null
  problem: Problem | null
}

const NEVER = "'epoch'::timestamptz"
const FREE = "(lease_until IS NULL OR lease_until < clock_timestamp())"

/** Puts readings into the schedule that are not in it yet; those that are stay as they are. */
export async function planReadings(
  sql: Sql,
  wanted: { account_id: string; resource: string }[],
): Promise<void> {
  if (!wanted.length) return
  await sql(
    `INSERT INTO sync_cursor AS known (id, account_id, resource, position, next_read_at)
     SELECT id, account_id, resource, ${NEVER}, clock_timestamp()
       FROM jsonb_to_recordset(?::jsonb) AS wanted(id text, account_id text, resource text)
     ON CONFLICT (account_id, resource) WHERE deleted_at IS NULL
     DO UPDATE SET next_read_at = clock_timestamp() WHERE known.next_read_at IS NULL`,
    [JSON.stringify(wanted.map((one) => ({ ...one, id: newId("mpcur") })))],
  )
}

/** Makes a reading due now because a person asks for it; gives its id. */
export async function requestReading(
  sql: Sql,
  input: { accountId: string; resource: string; personId: string },
): Promise<string> {
  const [row] = await sql<{ id: string }>(
    `INSERT INTO sync_cursor (id, account_id, resource, position, next_read_at, requested_by)
     VALUES (?, ?, ?, ${NEVER}, clock_timestamp(), ?)
     ON CONFLICT (account_id, resource) WHERE deleted_at IS NULL
     DO UPDATE SET next_read_at = clock_timestamp(), requested_by = EXCLUDED.requested_by
     RETURNING id`,
    [newId("mpcur"), input.accountId, input.resource, input.personId],
  )
  return row.id
}

/** A reading that something changed for is due this soon, but not within an hour of the last one. */
const SOON = "clock_timestamp() + interval '1 minute'"

/**
 * Brings planned readings forward because the platform says that something changed. Any number of changes lead to one reading, and
 * to one an hour at most, or as seldom as the platform allows.
 */
export async function bringReadingsForward(
  sql: Sql,
  kind: string,
  accounts: { id: string; minimumHours: number }[],
): Promise<void> {
  await sql(
    `UPDATE sync_cursor AS reading
        SET next_read_at = LEAST(reading.next_read_at,
              GREATEST(${SOON}, reading.position + make_interval(hours => GREATEST(1, account."minimumHours"))))
       FROM jsonb_to_recordset(?::jsonb) AS account(id text, "minimumHours" int)
      WHERE reading.account_id = account.id AND reading.resource LIKE ? AND reading.next_read_at IS NOT NULL
        AND reading.deleted_at IS NULL`,
    [JSON.stringify(accounts), `${kind}:%`],
  )
}

/** Takes the leases of readings that are due, spread over all processes; with `onlyRequested` those that a person asked for. */
export async function takeDueReadings(
  sql: Sql,
  input: { seconds: number; limit: number; onlyRequested: boolean },
): Promise<Lease[]> {
  return sql<Lease>(
    `UPDATE sync_cursor SET lease_token = gen_random_uuid()::text,
            lease_until = clock_timestamp() + make_interval(secs => ?)
      WHERE id IN (
        SELECT reading.id FROM sync_cursor AS reading
          JOIN marketplace_account AS account ON account.id = reading.account_id
         WHERE reading.deleted_at IS NULL AND reading.next_read_at <= clock_timestamp()
           AND (reading.lease_until IS NULL OR reading.lease_until < clock_timestamp())
           AND account.deleted_at IS NULL AND account.state = 'connected'
           AND (NOT ?::boolean OR reading.requested_by IS NOT NULL)
         ORDER BY reading.next_read_at LIMIT ? FOR UPDATE OF reading SKIP LOCKED)
        AND ${FREE}
      RETURNING id, lease_token AS token`,
    [input.seconds, input.onlyRequested, input.limit],
  )
}

/** Begins a reading, or goes on with the one that was begun; undefined when the lease is no longer ours. */
export async function beginReading(sql: Sql, lease: Lease): Promise<OpenReading | undefined> {
  const [row] = await sql<OpenReading>(
    `UPDATE sync_cursor
        SET window_from = COALESCE(window_from, date_trunc('milliseconds', clock_timestamp()))
      WHERE id = ? AND lease_token = ? AND deleted_at IS NULL
      RETURNING account_id, resource, position, window_from AS started_at, page_token AS progress, requested_by, problem`,
    [lease.id, lease.token],
  )
  return row && { ...row, position: new Date(row.position), started_at: new Date(row.started_at) }
}

/** Keeps how far a reading came, in the transaction that stores what it brought; false when the lease is no longer ours. */
export async function keepProgress(sql: Sql, lease: Lease, progress: string | null): Promise<boolean> {
  const rows = await sql(
    `UPDATE sync_cursor SET page_token = ? WHERE id = ? AND lease_token = ? RETURNING id`,
    [progress, lease.id, lease.token],
  )
  return rows.length > 0
}

/** Says from when on everything is counted, before the counts are written (see `late-shipment.ts`). */
export async function movePosition(sql: Sql, lease: Lease, position: Date): Promise<boolean> {
  const rows = await sql(
    `UPDATE sync_cursor SET position = GREATEST(position, ?::timestamptz) WHERE id = ? AND lease_token = ? RETURNING id`,
    [position, lease.id, lease.token],
  )
  return rows.length > 0
}

/** Gives a reading back that goes on later, with why it could not go on now; `restart`: from its beginning. */
export async function putOffReading(
  sql: Sql,
  lease: Lease,
  input: { until: Date; problem: Problem | null; restart: boolean },
): Promise<void> {
  await sql(
    `UPDATE sync_cursor SET next_read_at = ?, problem = ?::jsonb, page_token = CASE WHEN ? THEN NULL ELSE page_token END,
            lease_token = NULL, lease_until = NULL
      WHERE id = ? AND lease_token = ?`,
    [input.until, input.problem && JSON.stringify(input.problem), input.restart, lease.id, lease.token],
  )
}

/** Ends a reading and says when the next one is due; null = not by schedule. */
export async function endReading(
  sql: Sql,
  lease: Lease,
  input: { position: Date | null; nextReadAt: Date | null; problem: Problem | null },
): Promise<void> {
  await sql(
    `UPDATE sync_cursor SET position = GREATEST(position, COALESCE(?::timestamptz, position)), next_read_at = ?,
            problem = ?::jsonb, window_from = NULL, page_token = NULL, requested_by = NULL, lease_token = NULL,
            lease_until = NULL
      WHERE id = ? AND lease_token = ?`,
    [input.position, input.nextReadAt, input.problem && JSON.stringify(input.problem), lease.id, lease.token],
  )
}
