import { throttled, unavailable, type Connection } from "../../connector"
import { credentialsOf } from "./credentials"
import { failureOf, isTokenRefused } from "./failures"
import { jsonOf, send, type HttpAnswer } from "./http"
import type { Operation } from "./limits"
import type { AccessTokens } from "./lwa"
import { regionFacts } from "./marketplaces"
import type { AmazonSettings } from "./options"

export type ApiQuery = Record<string, string | number | readonly string[] | undefined>

/** One read of the Selling Partner API. */
export type ApiRead = {
  operation: Operation
  /** Begins with a slash; its parts are already encoded with {@link pathPart}. */
  path: string
  query?: ApiQuery
  /** True when the request carries a page token: a 400 then means that the token is no longer accepted. */
  paged?: boolean
  /** The order asked for, where an unknown one is answered with 404. */
  reference?: string
}

type Outcome = { tokenRefused: false; body: unknown } | { tokenRefused: true; answer: HttpAnswer }

/** Talks to the Selling Partner API: token, headers, budget, time limit, and errors of the port instead of HTTP. */
export class Transport {
  constructor(
    private readonly settings: Pick<AmazonSettings, "endpoint" | "requestTimeoutMs">,
    private readonly tokens: AccessTokens,
  ) {}

  /**
   * Reads and returns the JSON of a successful answer. A refused access token is renewed once and the read repeated once.
   * @throws ConnectorError `authorization_lost`, `rejected`, `throttled`, `unavailable`, `not_found`, `page_expired`.
   */
  async read(connection: Connection, request: ApiRead): Promise<unknown> {
    const token = await this.tokens.tokenFor(connection)
    const first = await this.attempt(connection, request, token)
    if (!first.tokenRefused) return first.body
    this.tokens.forget(connection, token)
    const second = await this.attempt(connection, request, await this.tokens.tokenFor(connection))
    if (!second.tokenRefused) return second.body
    throw failureOf(second.answer, { ...request, paged: request.paged ?? false })
  }

  private attempt(connection: Connection, request: ApiRead, token: string): Promise<Outcome> {
    return connection.call(request.operation, async (budget) => {
      const answer = await send({
        operation: request.operation,
        url: this.baseUrl(connection) + request.path + queryString(request.query ?? {}),
        method: "GET",
        headers: { "x-amz-access-token": token },
        timeoutMs: this.settings.requestTimeoutMs,
        signal: connection.signal,
      })
      const rate = rateOf(answer)
      if (rate !== undefined) budget.observe(rate)
      if (answer.status === 429) throw throttled(await budget.exhausted(), request.operation)
      if (isTokenRefused(answer)) return { tokenRefused: true, answer }
      if (answer.status < 200 || answer.status > 299) {
        throw failureOf(answer, { ...request, paged: request.paged ?? false })
      }
      const body = jsonOf(answer.text)
      if (body === undefined) {
        const reason = "the answer is not JSON"
        throw unavailable(`${request.operation}: ${reason}`, { reason })
      }
      return { tokenRefused: false, body }
    })
  }

  private baseUrl(connection: Connection): string {
    return this.settings.endpoint ?? regionFacts[credentialsOf(connection).region].apiUrl
  }
}

/** A value as one part of a path. */
export function pathPart(value: string): string {
  return encodeURIComponent(value)
}

/**
 * A query with everything encoded (page tokens hold `+`, `/` and `=`), lists separated by commas and absent values left
 * out; "" when nothing is left.
 */
export function queryString(query: ApiQuery): string {
  const pairs: string[] = []
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue
    const text = typeof value === "string" || typeof value === "number" ? String(value) : value.join(",")
    pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(text)}`)
  }
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`
}

/** Requests per second the platform grants, when the answer says so; 429 and 403 usually do not. */
function rateOf(answer: HttpAnswer): number | undefined {
  const text = answer.headers.get("x-amzn-ratelimit-limit")
  const rate = text === null || text.trim() === "" ? NaN : Number(text)
  return Number.isFinite(rate) && rate > 0 ? rate : undefined
}
