import { outcomeUnknown, throttled, unavailable, type Connection } from "../../connector"
import { credentialsOf } from "./credentials"
import { failureOf, tokenRefusalIn, type FailedRequest } from "./failures"
import { jsonOf, send, type HttpAnswer, type HttpRequest } from "./http"
import type { Operation } from "./limits"
import type { AccessTokens, GrantlessScope } from "./lwa"
import { regionFacts } from "./marketplaces"
import { endpointOf, type AmazonSettings } from "./options"

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
  /** Code of a 400 by which Amazon says that there is nothing of the kind: `not_found`, as for an unknown order. */
  nothingCode?: string
  /** The application's own token in place of the seller's. */
  grantless?: GrantlessScope
}

/** One change at the Selling Partner API. */
export type ApiWrite = Omit<ApiRead, "paged"> & {
  method: "POST" | "PUT" | "PATCH" | "DELETE"
  /** Sent as JSON; undefined = no body. */
  body?: unknown
  /** What it means when Amazon refuses the contents; without it `request_refused`. */
  refusal?: FailedRequest["refusal"]
}

/** The answer to a change that Amazon took; `body` is undefined where the answer has none. */
export type Written = { status: number; body: unknown }

type Call = ApiRead &
  Pick<HttpRequest, "method"> &
  Pick<FailedRequest, "refusal" | "write"> & { body?: unknown }

/** Talks to the Selling Partner API: token, headers, budget, time limit, and errors of the port instead of HTTP. */
export class Transport {
  constructor(
    private readonly settings: Pick<AmazonSettings, "endpoint" | "requestTimeoutMs">,
    private readonly tokens: AccessTokens,
  ) {}

  /**
   * Reads and returns the JSON of a successful answer. An access token that is, or may be, refused is renewed once and the
   * read repeated once.
   * @throws ConnectorError `authorization_lost`, `rejected`, `throttled`, `unavailable`, `not_found`, `page_expired`.
   */
  async read(connection: Connection, request: ApiRead): Promise<unknown> {
    const answer = await this.exchange(connection, { ...request, method: "GET" })
    const body = jsonOf(answer.text)
    if (body === undefined) {
      const reason = "the answer is not JSON"
      throw unavailable(`${request.operation}: ${reason}`, { reason })
    }
    return body
  }

  /**
   * Changes something. An access token that is, or may be, refused is renewed once and the call repeated once: a refused
   * call did nothing.
   * @throws ConnectorError `authorization_lost`, `rejected`, `throttled`, `not_found`: nothing happened; `unavailable`:
   * nothing was sent, or the edge before the service refused it; `outcome_unknown`: it was sent, and no usable answer came.
   */
  async write(connection: Connection, request: ApiWrite): Promise<Written> {
    const { status, text } = await this.exchange(connection, { ...request, write: true })
    if (text.trim() === "") return { status, body: undefined }
    const body = jsonOf(text)
    if (body === undefined) {
      const reason = "the answer is not JSON"
      throw outcomeUnknown(`${request.operation}: ${reason}`, reason)
    }
    return { status, body }
  }

  /** A successful answer; every other one is thrown. */
  private async exchange(connection: Connection, call: Call): Promise<HttpAnswer> {
    const token = await this.tokens.tokenFor(connection, call.grantless)
    let answer = await this.attempt(connection, call, token)
    if (this.mayHelpAnotherToken(connection, call, token, answer)) {
      answer = await this.attempt(connection, call, await this.tokens.tokenFor(connection, call.grantless))
    }
    if (answer.status < 200 || answer.status > 299) throw failureOf(answer, call)
    return answer
  }

  /** True when the access token was refused, or may have been; it is forgotten then. */
  private mayHelpAnotherToken(
    connection: Connection,
    call: Call,
    token: string,
    answer: HttpAnswer,
  ): boolean {
    const refusal = tokenRefusalIn(answer)
    if (refusal === "perhaps") return this.tokens.forgetUnlessYoung(connection, token, call.grantless)
    if (refusal === "refused") this.tokens.forget(connection, token, call.grantless)
    return refusal === "refused"
  }

  private attempt(connection: Connection, call: Call, token: string): Promise<HttpAnswer> {
    const body = call.body === undefined ? undefined : JSON.stringify(call.body)
    return connection.call(call.operation, async (budget) => {
      const answer = await send({
        operation: call.operation,
        url: this.baseUrl(connection) + call.path + queryString(call.query ?? {}),
        method: call.method,
        headers: {
          "x-amz-access-token": token,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        body,
        write: call.write,
        timeoutMs: this.settings.requestTimeoutMs,
        signal: connection.signal,
      })
      const rate = rateOf(answer)
      if (rate !== undefined) budget.observe(rate)
      if (answer.status === 429) throw throttled(await budget.exhausted(), call.operation)
      return answer
    })
  }

  private baseUrl(connection: Connection): string {
    const { region } = credentialsOf(connection)
    return endpointOf(this.settings, region) ?? regionFacts[region].apiUrl
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
