import { randomBytes } from "node:crypto"
import { forgetAuthorizations, type AuthorizationRequest } from "./authorizations"
import { newId, type Sql } from "./sql"

/** No longer than the codes of platforms live. */
const HELD_MINUTES = 5

export type HeldAuthorization = { id: string; provider_id: string; expires_at: Date }

const MINE = `id = ? AND user_id = ? AND sealed_query IS NOT NULL AND used_at IS NULL AND expires_at > clock_timestamp()`

/**
 * Keeps what a consent came back with that nobody began here, for the admin whose browser brought it. It has no `state` that could
 * be redeemed: the column is filled with what nobody knows.
 */
export async function holdAuthorization(
  sql: Sql,
  consent: { providerId: string; name: string; sealedQuery: string },
  userId: string,
): Promise<HeldAuthorization> {
  await forgetAuthorizations(sql)
  const [held] = await sql<HeldAuthorization>(
    `INSERT INTO marketplace_authorization (id, state_digest, provider_id, name, user_id, choice, sealed_query, expires_at)
     VALUES (?, ?, ?, ?, ?, '{}', ?, clock_timestamp() + make_interval(mins => ?))
     RETURNING id, provider_id, expires_at`,
    [
      newId("mpauth"),
      randomBytes(32).toString("hex"),
      consent.providerId,
      consent.name,
      userId,
      consent.sealedQuery,
      HELD_MINUTES,
    ],
  )
  return held
}

export async function heldAuthorization(
  sql: Sql,
  id: string,
  userId: string,
): Promise<HeldAuthorization | undefined> {
  const [held] = await sql<HeldAuthorization>(
    `SELECT id, provider_id, expires_at FROM marketplace_authorization WHERE ${MINE}`,
    [id, userId],
  )
  return held
}

/** Takes a held consent by one statement: it works once, in time, for that admin. */
export async function redeemHeldAuthorization(
  sql: Sql,
  id: string,
  userId: string,
): Promise<(AuthorizationRequest & { sealed_query: string }) | undefined> {
  const [held] = await sql<AuthorizationRequest & { sealed_query: string }>(
    `WITH mine AS (SELECT id, sealed_query FROM marketplace_authorization WHERE ${MINE} FOR UPDATE)
     UPDATE marketplace_authorization AS held SET used_at = clock_timestamp(), sealed_query = NULL
       FROM mine WHERE held.id = mine.id
     RETURNING held.provider_id, held.name, held.account_id, held.choice, held.settings, mine.sealed_query`,
    [id, userId],
  )
  return held
}

/** Throws a held consent away; false when it was not there. */
export async function discardHeldAuthorization(sql: Sql, id: string, userId: string): Promise<boolean> {
  const gone = await sql(`DELETE FROM marketplace_authorization WHERE ${MINE} RETURNING id`, [id, userId])
  return gone.length > 0
}
