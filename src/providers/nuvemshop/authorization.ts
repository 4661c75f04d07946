import { z } from "@medusajs/framework/zod"
import {
  authorizationLost,
  contractBroken,
  problem,
  rejected,
  unavailable,
  type Authorization,
  type AuthorizationResult,
  type ConnectorError,
} from "../../connector"
import { storeIdSchema, type NuvemshopCredentials } from "./credentials"
import { sentenceOf } from "./failures"
import { jsonOf, send, type HttpAnswer } from "./http"
import type { NuvemshopSettings } from "./options"
import { idSchema, parseWire, textOf } from "./wire"

/** A success is told from a refusal by what is in the body: refusals come with HTTP 200 too. */
const grantSchema = z.looseObject({ access_token: z.string().min(1) })
const refusalSchema = z.looseObject({ error: z.string().min(1) })
/** The platform calls the store `user_id`. */
const storeSchema = z.looseObject({ user_id: idSchema.nullish(), store_id: idSchema.nullish() })

/** Consent page and exchange of its code. Redirect address and permissions are set in the partner portal. */
export class NuvemshopAuthorization implements Authorization {
  /** The "install" button of the platform's app store. */
  readonly mayBeginAtPlatform = true

  constructor(private readonly settings: NuvemshopSettings) {}

  begin({ state }: { state: string }): string {
    return `${this.settings.authEndpoint}/apps/${this.settings.appId}/authorize?${new URLSearchParams({ state })}`
  }

  /**
   * Exchanges the code, which lives for five minutes and works once.
   * @throws ConnectorError `authorization_lost` (code used, expired or refused), `rejected`, `unavailable`.
   */
  async complete(input: {
    query: Record<string, string>
    signal: AbortSignal
  }): Promise<AuthorizationResult> {
    const code = textOf(input.query.code)
    // "null" is what an application gets whose redirect address was never set.
    if (code === null || code === "null") {
      throw refused(
        "the platform sent no code back; set the application's redirect address in the partner portal",
      )
    }
    const { appId, clientSecret, authEndpoint, userAgent, requestTimeoutMs } = this.settings
    const answer = await send({
      name: "authorize",
      url: `${authEndpoint}/apps/authorize/token`,
      method: "POST",
      headers: { "content-type": "application/json; charset=utf-8", "user-agent": userAgent },
      body: JSON.stringify({
        client_id: appId,
        client_secret: clientSecret,
        grant_type: "authorization_code",
        code,
      }),
      timeoutMs: requestTimeoutMs,
      signal: input.signal,
    })
    const body = jsonOf(answer.text)
    const grant = grantSchema.safeParse(body)
    if (!grant.success) throw refusalOf(answer, body)
    const store = parseWire(storeSchema, body, "authorize")
    const externalId = storeIdSchema.safeParse(store.user_id ?? store.store_id)
    if (!externalId.success) {
      throw contractBroken("user_id", "authorize: the answer to the code does not say which store it is")
    }
    const credentials: NuvemshopCredentials = {
      store_id: externalId.data,
      access_token: grant.data.access_token,
    }
    return { credentials, externalId: externalId.data }
  }
}

function refusalOf(answer: HttpAnswer, body: unknown): ConnectorError {
  const reason = sentenceOf(answer)
  const refusal = refusalSchema.safeParse(body)
  if (refusal.success && refusal.data.error === "invalid_grant") {
    return authorizationLost(`authorize: ${reason}`, { reason })
  }
  if (refusal.success && /client/.test(refusal.data.error)) {
    return rejected(`authorize: ${reason}`, problem("application_rejected", { reason }))
  }
  if (refusal.success || (answer.status >= 400 && answer.status < 500)) return refused(reason)
  if (answer.status >= 300) return unavailable(`authorize: ${reason}`, { reason })
  return contractBroken("access_token", "authorize: the answer to the code has no access token")
}

function refused(reason: string): ConnectorError {
  return rejected(`Nuvemshop authorisation: ${reason}`, problem("request_refused", { reason }))
}
