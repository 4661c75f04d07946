import { outcomeUnknown, unavailable, type ConnectorError } from "../../connector"

export type HttpRequest = {
  /** What the call is named in messages; the address is not, since it may carry what people typed. */
  name: string
  url: string
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  headers: Record<string, string>
  body?: string
  /** True when it changes something: without a usable answer nobody knows then whether it happened. */
  write?: boolean
  timeoutMs: number
  signal?: AbortSignal
}

export type HttpAnswer = { status: number; headers: Headers; text: string }

/**
 * Network failures before anything was sent: the name was not found, or nobody took the connection. Every other failure may
 * have come after the request had arrived.
 */
const NOT_SENT = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"])

/**
 * One HTTP call with its body read, within the time limit. Redirects are not followed: they would carry the access token to
 * another host.
 * @throws ConnectorError `unavailable` when there is no complete answer in time, or when the caller's signal stops it; a write
 * of which it is not certain that it was never sent ends in `outcome_unknown` instead.
 */
export async function send(request: HttpRequest): Promise<HttpAnswer> {
  if (request.signal?.aborted) throw stopped(request.name)
  const timer = AbortSignal.timeout(request.timeoutMs)
  const signal = request.signal ? AbortSignal.any([request.signal, timer]) : timer
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: { accept: "application/json", ...request.headers },
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
    const message = `${request.name}: ${reason}`
    if (request.write && !NOT_SENT.has(code)) throw outcomeUnknown(message, reason, thrown)
    throw unavailable(message, { reason }, thrown)
  }
}

const STOPPED = "the call was stopped"

/** What a call ends in when its caller's signal stopped it. */
export function stopped(name: string): ConnectorError {
  return unavailable(`${name}: ${STOPPED}`, { reason: STOPPED })
}

/** A text in quotes, which is passed over, or a whole number that a JavaScript number cannot hold exactly. */
const LONG_NUMBER = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g

/**
 * The JSON of a text, or undefined when it is none. Ids are 64-bit numbers at the platform: those that are too long for a
 * number become texts, so that no digit is lost.
 */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(LONG_NUMBER, (found) => (found.startsWith('"') ? found : `"${found}"`)))
  } catch {
    return undefined
  }
}

/** What came from outside, fit for a message: one line, short, without anything that looks like a token or an e-mail. */
export function presentable(text: string): string {
  return text
    .replace(/\b[0-9a-f]{32,}\b/gi, "[token]")
    .replace(/[^\s@"']+@[^\s@"']+/g, "[e-mail]")
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
