import { unavailable, type ConnectorError } from "../../connector"

/** Amazon requires a user agent on every call (platform page "Include a User-Agent Header"). */
export const USER_AGENT = "medusa-plugin-marketplaces/1.0 (Language=TypeScript; Platform=Node)"

export type HttpRequest = {
  /** What the call is named in messages; the address is not, since it may carry tokens. */
  operation: string
  url: string
  method: "GET" | "POST"
  headers: Record<string, string>
  body?: string
  timeoutMs: number
  signal?: AbortSignal
}

export type HttpAnswer = {
  status: number
  headers: Headers
  text: string
}

/**
 * One HTTP call with its body read, within the time limit. Redirects are not followed: they would carry the access token
 * to another host.
 * @throws ConnectorError `unavailable` when there is no complete answer in time, or when the caller's signal stops it.
 */
export async function send(request: HttpRequest): Promise<HttpAnswer> {
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
    if (request.signal?.aborted) throw stopped(request.operation)
    const reason = timer.aborted ? `no answer within ${request.timeoutMs} ms` : networkReason(thrown)
    throw unavailable(`${request.operation}: ${reason}`, { reason }, thrown)
  }
}

/** What a call ends in when its caller's signal stopped it. */
export function stopped(operation: string): ConnectorError {
  const reason = "the call was stopped"
  return unavailable(`${operation}: ${reason}`, { reason })
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

function networkReason(thrown: unknown): string {
  const cause = thrown instanceof Error ? thrown.cause : undefined
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined
  return typeof code === "string" ? `network failure ${presentable(code)}` : "network failure"
}
