import { createHash, randomBytes } from "node:crypto"
import type { AccountSettings } from "../settings"
import { newId, type Sql } from "./sql"

/** Long enough to sign in and read a consent page, short enough to be of no use to a thief. */
const LIFETIME_MINUTES = 15

export type AuthorizationRequest = {
  provider_id: string
  name: string
  account_id: string | null
  choice: Record<string, string>
  /** What a new account shall be set to; null where an account is authorized again. */
  settings: Partial<AccountSettings> | null
}

const digestOf = (state: string): string => createHash("sha256").update(state).digest("hex")

/** Forgets consents that came to nothing; what a platform sent with one goes as soon as it has expired. */
export async function forgetAuthorizations(sql: Sql): Promise<void> {
  await sql(
    `DELETE FROM marketplace_authorization
      WHERE expires_at < clock_timestamp() - interval '1 day'
         OR (sealed_query IS NOT NULL AND expires_at < clock_timestamp())`,
  )
}

/** Begins a consent and gives its `state`: random, stored only as a digest, bound to the admin user. */
export async function beginAuthorization(
  sql: Sql,
  request: AuthorizationRequest,
  userId: string,
): Promise<string> {
  const state = randomBytes(32).toString("base64url")
  await forgetAuthorizations(sql)
  await sql(
    `INSERT INTO marketplace_authorization (id, state_digest, provider_id, name, account_id, user_id, choice, settings, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, clock_timestamp() + make_interval(mins => ?))`,
    [
      newId("mpauth"),
      digestOf(state),
      request.provider_id,
      request.name,
      request.account_id,
      userId,
      JSON.stringify(request.choice),
      request.settings && JSON.stringify(request.settings),
      LIFETIME_MINUTES,
    ],
  )
  return state
}

/**
 * Redeems a `state` by one statement: it works once, in time, for the admin who began and for that platform. The look-up
 * goes by digest, so that its duration tells nothing about the state.
 */
export async function redeemAuthorization(
  sql: Sql,
  state: string,
  providerId: string,
  userId: string,
): Promise<AuthorizationRequest | undefined> {
  const [request] = await sql<AuthorizationRequest>(
    `UPDATE marketplace_authorization SET used_at = clock_timestamp()
      WHERE state_digest = ? AND provider_id = ? AND user_id = ? AND used_at IS NULL AND expires_at > clock_timestamp()
      RETURNING provider_id, name, account_id, choice, settings`,
    [digestOf(state), providerId, userId],
  )
  return request
}
