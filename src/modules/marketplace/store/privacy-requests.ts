import type { PrivacyKind } from "../models/privacy-request"
import { newId, type Sql } from "./sql"

/** Removing may take a moment, and a request that failed is tried again after so long. */
const AGAIN_MINUTES = 15

export type NotedPrivacyRequest = {
  provider_id: string
  external_id: string
  account_id: string | null
  kind: PrivacyKind
  request_key: string
  sealed_body: string | null
}

/**
 * Platforms repeat a webhook for two days. The same words after that are a new request: the buyer may have come back meanwhile, and
 * not every platform numbers its requests.
 */
const REPEATED_FOR = "interval '3 days'"

/**
 * A store's wish to be forgotten always has the same words. It is a new one where the known one was overtaken by the store's return,
 * and where the store was connected again since it was forgotten: credentials that were forgotten are empty.
 */
const LEFT_AGAIN = `known.kind = 'store_redact' AND (
    COALESCE((known.report ->> 'connected_again')::boolean, false)
    OR EXISTS (SELECT 1 FROM marketplace_account account
                WHERE account.provider_id = known.provider_id AND account.external_id = known.external_id
                  AND account.sealed_credentials <> '' AND account.deleted_at IS NULL))`

/** Keeps a request by one statement; one that is a repetition is passed over. Gives its id when it is new. */
export async function notePrivacyRequest(
  sql: Sql,
  request: NotedPrivacyRequest,
): Promise<string | undefined> {
  const [noted] = await sql<{ id: string }>(
    `INSERT INTO marketplace_privacy_request AS known
            (id, provider_id, external_id, account_id, kind, request_key, sealed_body, requested_at, next_attempt_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, clock_timestamp(), clock_timestamp())
     ON CONFLICT (provider_id, request_key) WHERE deleted_at IS NULL DO UPDATE SET
            state = 'open', sealed_body = EXCLUDED.sealed_body, requested_at = EXCLUDED.requested_at,
            next_attempt_at = EXCLUDED.next_attempt_at, account_id = EXCLUDED.account_id, done_at = NULL, attempts = 0
      WHERE known.state = 'done' AND (known.done_at < clock_timestamp() - ${REPEATED_FOR} OR (${LEFT_AGAIN}))
     RETURNING id`,
    [
      newId("mppriv"),
      request.provider_id,
      request.external_id,
      request.account_id,
      request.kind,
      request.request_key,
      request.sealed_body,
    ],
  )
  return noted?.id
}

export type ClaimedPrivacyRequest = NotedPrivacyRequest & {
  id: string
  attempts: number
  requested_at: Date
}

/** Takes due requests, oldest first; one that is not finished is due again after a while. */
export async function claimPrivacyRequests(sql: Sql, limit: number): Promise<ClaimedPrivacyRequest[]> {
  const claimed = await sql<Omit<ClaimedPrivacyRequest, "requested_at"> & { requested_at: Date | string }>(
    `UPDATE marketplace_privacy_request SET attempts = attempts + 1,
            next_attempt_at = clock_timestamp() + make_interval(mins => ?)
      WHERE id IN (SELECT id FROM marketplace_privacy_request
                    WHERE next_attempt_at <= clock_timestamp() AND state = 'open' AND deleted_at IS NULL
                    ORDER BY next_attempt_at, id LIMIT ? FOR UPDATE SKIP LOCKED)
     RETURNING id, provider_id, external_id, account_id, kind, request_key, sealed_body, attempts,
               requested_at`,
    [AGAIN_MINUTES, limit],
  )
  return claimed.map((request) => ({ ...request, requested_at: new Date(request.requested_at) }))
}

/** Counts of what was removed or found, by what it is. Never values. */
export type PrivacyReport = Record<string, number | boolean>

/**
 * Finishes a request: whom it was about is forgotten with it. A question what is held stays open until a person has answered it
 * (`answered`); it is only no longer due.
 */
export async function finishPrivacyRequest(
  sql: Sql,
  id: string,
  report: PrivacyReport,
  answered: boolean,
): Promise<void> {
  await sql(
    `UPDATE marketplace_privacy_request SET report = ?::jsonb, next_attempt_at = NULL, updated_at = clock_timestamp(),
            state = CASE WHEN ? THEN 'done' ELSE state END,
            done_at = CASE WHEN ? THEN clock_timestamp() ELSE done_at END,
            sealed_body = CASE WHEN ? THEN NULL ELSE sealed_body END
      WHERE id = ? AND state = 'open'`,
    [JSON.stringify(report), answered, answered, answered, id],
  )
}

/** Records a removal of expired data that is done: one row an account and day, whose counts add up over the runs of the day. */
export async function recordExpiry(
  sql: Sql,
  input: { provider_id: string; external_id: string; account_id: string; report: Record<string, number> },
): Promise<void> {
  await sql(
    `INSERT INTO marketplace_privacy_request AS known
            (id, provider_id, external_id, account_id, kind, request_key, state, report, requested_at, done_at)
     VALUES (?, ?, ?, ?, 'expiry', 'expiry/' || ? || '/' || to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD'), 'done',
             ?::jsonb, clock_timestamp(), clock_timestamp())
     ON CONFLICT (provider_id, request_key) WHERE deleted_at IS NULL DO UPDATE SET
            done_at = EXCLUDED.done_at, updated_at = clock_timestamp(),
            report = (SELECT jsonb_object_agg(name, COALESCE((known.report ->> name)::int, 0) + COALESCE((EXCLUDED.report ->> name)::int, 0))
                        FROM jsonb_object_keys(COALESCE(known.report, '{}') || EXCLUDED.report) AS name)`,
    [
      newId("mppriv"),
      input.provider_id,
      input.external_id,
      input.account_id,
      input.account_id,
      JSON.stringify(input.report),
    ],
  )
}
