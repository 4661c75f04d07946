import { setTimeout as pause } from "node:timers/promises"
import { outcomeUnknown, throttled, unavailable, type Connection } from "../../connector"
import { credentialsOf } from "./credentials"
import { failureOf, type FailedRequest } from "./failures"
import { jsonOf, send, stopped, type HttpAnswer, type HttpRequest } from "./http"
import { API, nothingLeft, rateOf, resetMsOf } from "./limits"
import { authHeaders, type AuthHeader, type NuvemshopSettings } from "./options"

const API_VERSION = "2025-03"
/** How often a call is tried that the platform refuses for its quota or for a conflict, and how long it waits for its quota at most. */
const TRIES = 3
const LONGEST_WAIT_MS = 3_000
/** Something else was changing the same: that takes a moment. */
const CONFLICT_WAIT_MS = 250

export type ApiQuery = Record<string, string | number | undefined>

/** One read. */
export type ApiRead = {
  /** What the call is named in messages. */
  name: string
  /** Begins with a slash, behind the store; its parts are already encoded with {@link pathPart}. */
  path: string
  query?: ApiQuery
  /** What is asked for, where an unknown one is answered with 404. */
  reference?: string
}

/** One change. */
export type ApiWrite = ApiRead & {
  method: "POST" | "PUT" | "PATCH" | "DELETE"
  /** Sent as JSON; undefined = no body. */
  body?: unknown
  /** What it means when the platform refuses the contents; without it `request_refused`. */
  refusal?: FailedRequest["refusal"]
  /**
   * The call has a second, weighted quota: a 429 is told at once (`tooHeavyUntil`), so that the caller makes it smaller, unless it
   * was the first quota that had nothing left.
   */
  weighted?: boolean
}

export type ApiAnswer = { body: unknown; headers: Headers }
/** The answer to a change that the platform took; `body` is undefined where the answer has none. */
export type Written = { body: unknown; tooHeavyUntil?: Date }

type Call = ApiRead & Pick<HttpRequest, "method"> & Partial<Pick<ApiWrite, "body" | "refusal" | "weighted">>

/** Talks to the API of one store: token, headers, budget, time limit, and errors of the port instead of HTTP. */
export class Transport {
  /** Forms of the header that were accepted during a connection whose credentials do not name one yet. */
  private readonly accepted = new WeakMap<Connection, AuthHeader>()

  constructor(private readonly settings: NuvemshopSettings) {}

  /**
   * Reads and returns the JSON of a successful answer with its headers.
   * @throws ConnectorError `authorization_lost`, `suspended`, `rejected`, `throttled`, `unavailable`, `not_found`.
   */
  async read(connection: Connection, request: ApiRead): Promise<ApiAnswer> {
    const call: Call = { ...request, method: "GET" }
    const { text, headers } = succeeded(await this.exchange(connection, call), call)
    const body = jsonOf(text)
    if (body === undefined) {
      const reason = "the answer is not JSON"
      throw unavailable(`${request.name}: ${reason}`, { reason })
    }
    return { body, headers }
  }

  /**
   * Changes something.
   * @throws ConnectorError `authorization_lost`, `suspended`, `rejected`, `throttled`, `not_found`: nothing happened;
   * `unavailable`: nothing was sent; `outcome_unknown`: it was sent, and no usable answer came.
   */
  async write(connection: Connection, request: ApiWrite): Promise<Written> {
    const answer = await this.exchange(connection, request)
    if (answer.status === 429) return { body: undefined, tooHeavyUntil: turnAfter(answer.headers) }
    const { text } = succeeded(answer, { ...request, write: true })
    if (text.trim() === "") return { body: undefined }
    const body = jsonOf(text)
    if (body === undefined) {
      const reason = "the answer is not JSON"
      throw outcomeUnknown(`${request.name}: ${reason}`, reason)
    }
    return { body }
  }

  /**
   * Sends with the form of the header that this store accepts. The platform's documents disagree on it, so that the very first
   * call of a connection may find it out; a 401 after that means what it says.
   */
  private async exchange(connection: Connection, call: Call): Promise<HttpAnswer> {
    const known = this.accepted.get(connection) ?? credentialsOf(connection).auth_header
    if (known) return this.patiently(connection, call, known)
    let form = this.settings.authHeader
    let answer = await this.patiently(connection, call, form)
    if (answer.status === 401) {
      form = authHeaders.find((other) => other !== form) ?? form
      answer = await this.patiently(connection, call, form)
    }
    if (answer.status !== 401 && answer.status < 500) await this.remember(connection, form)
    return answer
  }

  private async remember(connection: Connection, form: AuthHeader): Promise<void> {
    this.accepted.set(connection, form)
    try {
      await connection.saveCredentials({ ...credentialsOf(connection), auth_header: form })
    } catch {
      // The call itself has its answer; the form is found out anew by the next connection.
      connection.logger.warn("Nuvemshop: the accepted form of the token's header could not be stored")
    }
  }

  /** Neither a 429 nor a 409 did anything: the call is tried again when the platform says that it may be soon, or in a moment. */
  private async patiently(connection: Connection, call: Call, form: AuthHeader): Promise<HttpAnswer> {
    for (let attempt = 1; ; attempt++) {
      const { answer, turn } = await this.attempt(connection, call, form)
      // A list that stays refused is sent again in parts, each with its own tries: they must not add up.
      if (answer.status === 409 && attempt < (call.weighted ? 2 : TRIES)) {
        await rest(connection, call, CONFLICT_WAIT_MS * attempt)
        continue
      }
      if (!turn) return answer
      const wait = resetMsOf(answer.headers)
      if (wait === undefined || wait > LONGEST_WAIT_MS || attempt === TRIES) {
        throw throttled(wait === undefined ? turn : turnAfter(answer.headers), API)
      }
      await rest(connection, call, wait)
    }
  }

  private attempt(
    connection: Connection,
    call: Call,
    form: AuthHeader,
  ): Promise<{ answer: HttpAnswer; turn?: Date }> {
    const { store_id, access_token } = credentialsOf(connection)
    const { endpoint, userAgent, requestTimeoutMs } = this.settings
    const body = call.body === undefined ? undefined : JSON.stringify(call.body)
    return connection.call(API, async (budget) => {
      const answer = await send({
        name: call.name,
        url: `${endpoint}/${API_VERSION}/${store_id}${call.path}${queryString(call.query ?? {})}`,
        method: call.method,
        headers: {
          "user-agent": userAgent,
          ...(form === "authorization"
            ? { authorization: `Bearer ${access_token}` }
            : { authentication: `bearer ${access_token}` }),
          ...(body === undefined ? {} : { "content-type": "application/json; charset=utf-8" }),
        },
        body,
        write: call.method !== "GET",
        timeoutMs: requestTimeoutMs,
        signal: connection.signal,
      })
      // The weighted quota is not the one that the budget counts, and nobody says which one its headers are about.
      const rate = call.weighted ? undefined : rateOf(answer.headers)
      if (rate !== undefined) budget.observe(rate)
      if (answer.status !== 429 || (call.weighted && !nothingLeft(answer.headers))) return { answer }
      return { answer, turn: await budget.exhausted() }
    })
  }
}

async function rest({ signal }: Connection, { name }: Call, ms: number): Promise<void> {
  try {
    await pause(ms, undefined, { signal })
  } catch {
    throw stopped(name)
  }
}

/** A successful answer; every other one is thrown. */
function succeeded(answer: HttpAnswer, request: FailedRequest): HttpAnswer {
  if (answer.status < 200 || answer.status > 299) throw failureOf(answer, request)
  return answer
}

const WITHOUT_WORD_MS = 1_000

function turnAfter(headers: Headers): Date {
  return new Date(Date.now() + Math.max(resetMsOf(headers) ?? 0, WITHOUT_WORD_MS))
}

/** A value as one part of a path. */
export function pathPart(value: string): string {
  return encodeURIComponent(value)
}

/** A query with everything encoded and absent values left out; "" when nothing is left. */
export function queryString(query: ApiQuery): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`
}
