import { createHash } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import {
  authorizationLost,
  contractBroken,
  problem,
  rejected,
  unavailable,
  type Connection,
  type ConnectorError,
} from "../../connector"
import { credentialsOf } from "./credentials"
import { jsonOf, presentable, send, stopped, type HttpAnswer } from "./http"
import type { AmazonSettings } from "./options"

/**
 * What an operation that belongs to the application and to no seller needs ("grantless", platform page "Grantless
 * Operations").
 */
export type GrantlessScope = "sellingpartnerapi::notifications"

type CachedToken = { accessToken: string; issuedAt: number; renewAt: number }
type Settings = Pick<AmazonSettings, "clientId" | "clientSecret" | "tokenEndpoint" | "requestTimeoutMs">

/** What Login with Amazon answers; `refreshToken` is there after a consent, and in a renewal only when it changed. */
export type TokenAnswer = { accessToken: string; expiresInSeconds: number; refreshToken: string | undefined }

const RENEW_EARLY_MS = 60_000
/** Longer than the quota of any operation needs for one more call: a repeated call may have had to wait for it. */
const YOUNG_MS = 5 * 60_000
const MOST_CACHED = 1_000

const tokenSchema = z.looseObject({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
  refresh_token: z.string().min(1).nullish(),
})
const refusalSchema = z.looseObject({
  error: z.string(),
  error_description: z.string().nullish().catch(undefined),
})

/**
 * Access tokens of Login with Amazon (platform page "Connecting to the Selling Partner API"): one hour each, cached by
 * application and refresh token (or scope), renewed a minute early, concurrent renewals collapsed into one.
 */
export class AccessTokens {
  private readonly cached = new Map<string, CachedToken>()
  private readonly renewals = new Map<string, Promise<string>>()

  constructor(
    private readonly settings: Settings,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * A token that is good for at least a minute: the seller's, or the application's own for a scope.
   * @throws ConnectorError `authorization_lost` (the seller must connect again), `rejected` with `application_rejected`
   * (id or secret of the application), `unavailable`, `contract_broken`.
   */
  async tokenFor(connection: Connection, scope?: GrantlessScope): Promise<string> {
    if (connection.signal.aborted) throw stopped("LWA")
    const key = this.keyOf(scope ?? credentialsOf(connection).refresh_token)
    const known = this.cached.get(key)
    if (known && known.renewAt > this.now()) return known.accessToken
    const running = this.renewals.get(key)
    if (running) return orStopped(running, connection.signal)
    const asked = scope ? this.askForScope(scope, key) : this.renew(connection, key)
    const renewal = asked.finally(() => this.renewals.delete(key))
    this.renewals.set(key, renewal)
    return orStopped(renewal, connection.signal)
  }

  /** Forgets a token that Amazon refused, so that the next call asks for another; a newer one is kept. */
  forget(connection: Connection, accessToken: string, scope?: GrantlessScope): void {
    const key = this.keyOf(scope ?? credentialsOf(connection).refresh_token)
    if (this.cached.get(key)?.accessToken === accessToken) this.cached.delete(key)
  }

  /**
   * Forgets a token that Amazon may have refused, unless it is so young that something else will be the cause: a missing
   * permission costs one call more for each token, and not for each call. False: another token would not help.
   */
  forgetUnlessYoung(connection: Connection, accessToken: string, scope?: GrantlessScope): boolean {
    const known = this.cached.get(this.keyOf(scope ?? credentialsOf(connection).refresh_token))
    // A call at the same time has had it renewed, or is about to.
    if (known?.accessToken !== accessToken) return true
    if (this.now() - known.issuedAt < YOUNG_MS) return false
    this.forget(connection, accessToken, scope)
    return true
  }

  // Not bound to the first caller's signal: others wait for the same renewal.
  private async renew(connection: Connection, key: string): Promise<string> {
    const credentials = credentialsOf(connection)
    const answer = await requestToken(this.settings, {
      grant_type: "refresh_token",
      refresh_token: credentials.refresh_token,
    })
    const { refreshToken } = answer
    const rotated = refreshToken !== undefined && refreshToken !== credentials.refresh_token
    // Stored before the access token is used: a crash after that would leave the account with a token that is no more.
    if (rotated) await connection.saveCredentials({ ...credentials, refresh_token: refreshToken })
    this.keep(key, answer)
    if (rotated) this.keep(this.keyOf(refreshToken), answer)
    return answer.accessToken
  }

  private async askForScope(scope: GrantlessScope, key: string): Promise<string> {
    const answer = await requestToken(this.settings, { grant_type: "client_credentials", scope })
    this.keep(key, answer)
    return answer.accessToken
  }

  private keep(key: string, answer: TokenAnswer): void {
    const now = this.now()
    if (this.cached.size >= MOST_CACHED) {
      for (const [old, token] of this.cached) if (token.renewAt <= now) this.cached.delete(old)
    }
    const renewAt = now + answer.expiresInSeconds * 1000 - RENEW_EARLY_MS
    this.cached.set(key, { accessToken: answer.accessToken, issuedAt: now, renewAt })
  }

  private keyOf(refreshTokenOrScope: string): string {
    return createHash("sha256").update(`${this.settings.clientId}\0${refreshTokenOrScope}`).digest("hex")
  }
}

/**
 * One call of the token endpoint.
 * @throws ConnectorError as {@link AccessTokens.tokenFor}.
 */
export async function requestToken(
  settings: Settings,
  grant: Record<string, string>,
  signal?: AbortSignal,
): Promise<TokenAnswer> {
  const answer = await send({
    operation: "LWA",
    url: settings.tokenEndpoint,
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded;charset=UTF-8" },
    body: new URLSearchParams({
      ...grant,
      client_id: settings.clientId,
      client_secret: settings.clientSecret,
    }).toString(),
    timeoutMs: settings.requestTimeoutMs,
    signal,
  })
  if (answer.status < 200 || answer.status > 299) throw refusalOf(answer)
  const body = jsonOf(answer.text)
  if (body === undefined) {
    const reason = "the answer is not JSON"
    throw unavailable(`LWA: ${reason}`, { reason })
  }
  const parsed = tokenSchema.safeParse(body)
  if (!parsed.success) {
    const path = parsed.error.issues[0].path.join(".") || "access_token"
    throw contractBroken(path, `LWA: "${path}" is missing or not what the platform documents`)
  }
  return {
    accessToken: parsed.data.access_token,
    expiresInSeconds: parsed.data.expires_in,
    refreshToken: parsed.data.refresh_token ?? undefined,
  }
}

function refusalOf(answer: HttpAnswer): ConnectorError {
  const parsed = refusalSchema.safeParse(jsonOf(answer.text))
  const error = parsed.success ? parsed.data.error : undefined
  const description = parsed.success ? parsed.data.error_description : undefined
  const reason = presentable([`HTTP ${answer.status}`, error, description].filter(Boolean).join(" "))
  const message = `LWA: ${reason}`
  const passing =
    answer.status >= 500 ||
    answer.status === 429 ||
    error === undefined ||
    error === "server_error" ||
    error === "temporarily_unavailable"
  if (passing) return unavailable(message, { reason })
  if (error === "invalid_grant") return authorizationLost(message)
  return rejected(message, problem("application_rejected", { reason }))
}

function orStopped<Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(stopped("LWA"))
    signal.addEventListener("abort", stop, { once: true })
    void work.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop))
  })
}
