import { request as httpRequest } from "node:http"
import { type AmazonSimulator, DEMO_APPLICATION, DEMO_SELLER } from ".."

/** What the tests of the simulator need to talk to it over HTTP. */

export interface Reply {
  status: number
  headers: Headers
  text: string
  // The tests look into answers of every shape; a wrong path fails the expectation.
  json: Json
}

export interface Json {
  [key: string]: JsonValue
}
export type JsonValue = string | number | boolean | null | undefined | Json | JsonValue[]

export const ORDERS = "/orders/2026-01-01/orders"
export const SELLERS = "/sellers/v1/marketplaceParticipations"
export const REFRESH_TOKEN = DEMO_SELLER.refreshTokens?.[0] ?? ""
export const CREDENTIALS = {
  client_id: DEMO_APPLICATION.clientId,
  client_secret: DEMO_APPLICATION.clientSecret,
}

export async function postToken(
  simulator: AmazonSimulator,
  fields: Record<string, string>,
  init: { contentType?: string; body?: string } = {},
): Promise<Reply> {
  const response = await fetch(simulator.tokenUrl, {
    method: "POST",
    headers: { "content-type": init.contentType ?? "application/x-www-form-urlencoded;charset=UTF-8" },
    body: init.body ?? new URLSearchParams(fields).toString(),
  })
  return replyOf(response)
}

export async function accessToken(simulator: AmazonSimulator, refreshToken = REFRESH_TOKEN): Promise<string> {
  const reply = await postToken(simulator, {
    grant_type: "refresh_token",
    refresh_token: refreshToken,
    ...CREDENTIALS,
  })
  return String(reply.json.access_token)
}

export async function get(
  simulator: AmazonSimulator,
  path: string,
  token: string | undefined,
  query: Record<string, string | undefined> | string = {},
): Promise<Reply> {
  const raw =
    typeof query === "string"
      ? query
      : Object.entries(query)
          .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
          .join("&")
  const headers: Record<string, string> = { "user-agent": "Tests/1.0 (Language=TypeScript; Platform=Node)" }
  if (token !== undefined) headers["x-amz-access-token"] = token
  return replyOf(await fetch(`${simulator.url}${path}${raw ? `?${raw}` : ""}`, { headers }))
}

export async function send(
  simulator: AmazonSimulator,
  method: "POST" | "PATCH" | "PUT" | "DELETE",
  path: string,
  token: string | undefined,
  body: unknown,
  init: { contentType?: string } = {},
): Promise<Reply> {
  const headers: Record<string, string> = {
    "user-agent": "Tests/1.0 (Language=TypeScript; Platform=Node)",
    "content-type": init.contentType ?? "application/json",
  }
  if (token !== undefined) headers["x-amz-access-token"] = token
  const text = typeof body === "string" ? body : JSON.stringify(body)
  return replyOf(await fetch(`${simulator.url}${path}`, { method, headers, body: text }))
}

/** Calls one of the simulator's own controls. */
export async function control(
  simulator: AmazonSimulator,
  method: string,
  path: string,
  body?: unknown,
): Promise<Reply> {
  const init = body === undefined ? {} : { body: JSON.stringify(body) }
  return replyOf(await fetch(`${simulator.url}/__simulator/${path}`, { method, ...init }))
}

/** A GET with exactly these headers and a body, which `fetch` cannot send. */
export function rawGet(
  url: string,
  headers: Record<string, string>,
  body?: string,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { "content-length": String(Buffer.byteLength(body)) }
    const request = httpRequest(url, { method: "GET", headers: { ...headers, ...length } }, (response) => {
      let text = ""
      response.on("data", (chunk: Buffer) => (text += chunk.toString()))
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }))
    })
    request.on("error", reject)
    request.end(body)
  })
}

export function ids(reply: Reply): string[] {
  const orders = reply.json.orders
  return Array.isArray(orders) ? orders.map((order) => String((order as Json).orderId)) : []
}

export function nextToken(reply: Reply): string | undefined {
  const token = (reply.json.pagination as Json | undefined)?.nextToken
  return token === undefined ? undefined : String(token)
}

export function error(reply: Reply): { code: string; message: string; details: string } {
  const errors = reply.json.errors
  const first = Array.isArray(errors) ? (errors[0] as Json) : {}
  return { code: String(first.code), message: String(first.message), details: String(first.details) }
}

async function replyOf(response: Response): Promise<Reply> {
  const text = await response.text()
  let json: Json = {}
  try {
    json = JSON.parse(text) as Json
  } catch {
    // Left empty: the test looks at the text then.
  }
  return { status: response.status, headers: response.headers, text, json }
}
