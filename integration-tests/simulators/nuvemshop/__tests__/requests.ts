import { createServer, type IncomingHttpHeaders, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import type { NuvemshopSimulator } from ".."

/** What the tests of the simulator need to talk to it over HTTP. */

export interface Reply {
  status: number
  headers: Headers
  text: string
  json: Json
  /** The answer as a list; empty where it is none. */
  rows: Json[]
}

export interface Json {
  [key: string]: JsonValue
}
export type JsonValue = string | number | boolean | null | undefined | Json | JsonValue[]

export const TOKEN = "test-token"
export const STORE_ID = 4_512_001
const USER_AGENT = "Tests (tests@example.com)"

export interface CallInit {
  token?: string | null
  version?: string
  headers?: Record<string, string>
  contentType?: string | null
}

/** A call of the store's API, as a well-behaved application makes it. */
export async function call(
  simulator: NuvemshopSimulator,
  method: string,
  path: string,
  body?: unknown,
  init: CallInit = {},
): Promise<Reply> {
  const { token = TOKEN, version = "2025-03", contentType = "application/json; charset=utf-8" } = init
  const headers: Record<string, string> = { "user-agent": USER_AGENT }
  if (token !== null) headers.authorization = `Bearer ${token}`
  if (body !== undefined && contentType !== null) headers["content-type"] = contentType
  const response = await fetch(`${simulator.url}/${version}/${STORE_ID}${path}`, {
    method,
    headers: { ...headers, ...init.headers },
    redirect: "manual",
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
  })
  return replyOf(response)
}

export function get(simulator: NuvemshopSimulator, path: string, init?: CallInit): Promise<Reply> {
  return call(simulator, "GET", path, undefined, init)
}

/** Calls one of the simulator's own controls. */
export async function control(
  simulator: NuvemshopSimulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<Reply> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  return replyOf(await fetch(`${simulator.url}/__simulator/${path}`, { method, ...init }))
}

export async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text()
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch {
    // Left empty: the test looks at the text then.
  }
  const json = (Array.isArray(parsed) ? {} : (parsed ?? {})) as Json
  return {
    status: response.status,
    headers: response.headers,
    text,
    json,
    rows: Array.isArray(parsed) ? parsed : [],
  }
}

export interface Received {
  headers: IncomingHttpHeaders
  body: string
  json: Json
}

export interface Receiver {
  url: string
  received: Received[]
  /** What the receiver answers, in turn; 200 when none is left. */
  answers: (number | "hang")[]
  close(): Promise<void>
}

/** A server that takes webhooks, as an application would. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = []
  const answers: (number | "hang")[] = []
  const server: Server = createServer((request, response) => {
    let body = ""
    request.on("data", (chunk: Buffer) => (body += chunk.toString()))
    request.on("end", () => {
      received.push({ headers: request.headers, body, json: JSON.parse(body) as Json })
      const answer = answers.shift() ?? 200
      if (answer !== "hang") response.writeHead(answer).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks`,
    received,
    answers,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
