import { outcomeUnknown, unavailable, type ConnectorError } from "../../connector"

/** Amazon requires a user agent on every call (platform page "Include a User-Agent Header"). */
export const USER_AGENT = "medusa-plugin-marketplaces/1.0 (Language=TypeScript; Platform=Node)"

export type HttpRequest = {
  /** What the call is named in messages; the address is not, since it may carry tokens. */
  operation: string
  url: string
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  headers: Record<string, string>
  body?: string
  /** True when it changes something: without a usable answer nobody knows then whether it happened. */
  write?: boolean
  timeoutMs: number
  signal?: AbortSignal
}

export type HttpAnswer = {
  status: number
  headers: Headers
  text: string
}

/**
 * Network failures before anything was sent: the name was not found, or nobody took the connection. Every other failure
 * may have come after the request had arrived.
 */
const NOT_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"])

/**
 * One HTTP call with its body read, within the time limit. Redirects are not followed: they would carry the access token
 * to another host.
 * @throws ConnectorError `unavailable` when there is no complete answer in time, or when the caller's signal stops it; a
 * write of which it is not certain that it was never sent ends in `outcome_unknown` instead.
 */
export async function send(request: HttpRequest): Promise<HttpAnswer> {
  if (request.signal?.aborted) throw stopped(request.operation)
  const timer = AbortSignal.timeout(request.timeoutMs)
  const signal = request.signal ? AbortSignal.any([request.signal, timer]) : timer
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: { accept: "application/json", "user-agent": USER_AGENT, ...request.headers },
      body: request.body,
      redirect: "manual",
      signal,
    })
    return { status: response.status, headers: response.headers, text: await response.text() }
  } catch (thrown) {
    const code = networkCode(thrown)
    const reason = request.signal?.aborted
      ? STOPPED
      : timer.aborted
        ? `no answer within ${request.timeoutMs} ms`
        : `network failure ${presentable(code)}`.trim()
    const message = `${request.operation}: ${reason}`
    if (request.write && !NOT_SENT.has(code)) throw outcomeUnknown(message, reason, thrown)
    throw unavailable(message, { reason }, thrown)
  }
}

const STOPPED = "the call was stopped"

/** What a call ends in when its caller's signal stopped it. */
export function stopped(operation: string): ConnectorError {
  return unavailable(`${operation}: ${STOPPED}`, { reason: STOPPED })
}

/** The JSON of a text, or undefined when it is none (empty and HTML bodies come from Amazon's edge). */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What came from outside, fit for a message: one line, short, without anything that looks like a token. */
export function presentable(text: string): string {
  return text
    .replace(/At(z[ar]|c)\|\S*/gi, "[token]")
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, 300)
}

/**
 * The code of a network failure, or "" where there is none. It stands on the cause of what `fetch` throws, whose classes are
 * not asked: they may be another realm's.
 */
function networkCode(thrown: unknown): string {
  const code = field(field(thrown, "cause"), "code")
  return typeof code === "string" ? code : ""
}

function field(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined
}
