import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { loggedQuery, secretHash, type CallRecord } from "./call-log"
import { answerConsent } from "./consent"
import { answerControl, CONTROL_PATH } from "./control-api"
import { type Fault, faultOf } from "./faults"
import { answerToken } from "./lwa"
import type { Operation, Role, SpApiOperation } from "./options"
import { getOrder, searchOrders } from "./orders-api"
import { getMarketplaceParticipations } from "./sellers-api"
import {
  type Answer,
  invalidInput,
  missingAuthenticationToken,
  quotaExceeded,
  SpApiError,
  unauthorized,
} from "./sp-api-answer"
import type { World } from "./world"

const ORDERS_PATH = "/orders/2026-01-01/orders"
const SELLERS_PATH = "/sellers/v1/marketplaceParticipations"
const MAX_BODY_BYTES = 20 * 1024 * 1024

const NEEDED_ROLE: Record<SpApiOperation, Role> = {
  searchOrders: "Inventory and Order Tracking",
  getOrder: "Inventory and Order Tracking",
  getMarketplaceParticipations: "Selling Partner Insights",
}

interface Incoming {
  request: IncomingMessage
  path: string
  rawQuery: string
  body: string
}

interface Route {
  operation: Operation
  orderId?: string
}

/** The HTTP server of one simulator; it listens on the loopback interface only. */
export function createSimulatorServer(world: World): Server {
  return createServer((request, response) => {
    handle(world, request, response).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) return response.destroy()
      const message = error instanceof Error ? error.message : String(error)
      return send(response, { status: 500, body: { errors: [{ code: "InternalFailure", message }] } }, {})
    })
  })
}

async function handle(world: World, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const [path = "/", ...rest] = (request.url ?? "/").split("?")
  const rawQuery = rest.join("?")
  const body = await readBody(request)
  if (body === undefined) return send(response, { status: 413, body: { errors: [] } }, {})
  const incoming: Incoming = { request, path, rawQuery, body }
  if (path.startsWith(CONTROL_PATH)) {
    return send(response, answerControl(world, { method: request.method ?? "GET", path, rawQuery, body }), {})
  }

  const route = routeOf(request.method ?? "GET", path)
  const faults = world.faults.take(route.operation)
  const record: CallRecord = {
    at: world.now().toISOString(),
    operation: route.operation,
    method: request.method ?? "GET",
    path,
    query: loggedQuery(rawQuery),
    status: 0,
    requestId: requestIdOf(world),
    faults: faults.map((fault) => fault.kind),
  }
  world.log.add(record)
  const latency = faultOf(faults, "latency")
  if (latency) await sleep(latency.ms, undefined, { ref: false })
  const drop = faultOf(faults, "drop")
  if (drop?.when === "before") return void request.socket.destroy()
  const answer = answerFor(world, incoming, route, faults, record)
  if (drop?.when === "after") return void request.socket.destroy()
  if (drop?.when !== "during") record.status = answer.status
  const headers = { "x-amzn-RequestId": record.requestId }
  return send(
    response,
    answer,
    headers,
    drop?.when === "during" ? "half" : faultOf(faults, "broken-json") ? "cut" : "whole",
  )
}

function routeOf(method: string, path: string): Route {
  if (path === "/auth/o2/token") return { operation: "token" }
  if (method !== "GET") return { operation: "unknownPath" }
  if (path === "/apps/authorize/consent") return { operation: "consent" }
  if (path === ORDERS_PATH) return { operation: "searchOrders" }
  if (path === SELLERS_PATH) return { operation: "getMarketplaceParticipations" }
  const orderId = path.startsWith(`${ORDERS_PATH}/`) ? path.slice(ORDERS_PATH.length + 1) : ""
  if (orderId !== "" && !orderId.includes("/")) return { operation: "getOrder", orderId }
  return { operation: "unknownPath" }
}

function answerFor(
  world: World,
  incoming: Incoming,
  route: Route,
  faults: readonly Fault[],
  record: CallRecord,
): Answer {
  const failure = faultOf(faults, "status")
  if (failure) return failureAnswer(failure.status, failure.body ?? "json", route.operation)
  if (route.operation === "consent") return answerConsent(world, incoming.rawQuery)
  if (route.operation === "token") {
    const { request, body } = incoming
    const contentType = request.headers["content-type"]
    const call = { method: request.method ?? "GET", contentType, body, requestId: record.requestId }
    const answer = answerToken(world, call, faults)
    if (answer.grantType) record.grantType = answer.grantType
    if (answer.sellingPartnerId) record.sellingPartnerId = answer.sellingPartnerId
    return answer
  }
  try {
    if (route.operation === "unknownPath") throw missingAuthenticationToken()
    const answer = spApiAnswer(world, incoming, route.operation, route.orderId ?? "", faults, record)
    return withRateHeader(world, route.operation, answer)
  } catch (error) {
    if (!(error instanceof SpApiError)) throw error
    return withRateHeader(world, route.operation, error.answer())
  }
}

/** Authentication, then the usage plan, then the request itself: a refused parameter costs a token, a refused caller none. */
function spApiAnswer(
  world: World,
  incoming: Incoming,
  operation: SpApiOperation,
  orderId: string,
  faults: readonly Fault[],
  record: CallRecord,
): Answer {
  const { request, path, rawQuery, body } = incoming
  const grant = authenticate(world, request, operation, faults, record)
  if (faultOf(faults, "throttle")) throw quotaExceeded()
  const key = `${grant.clientId}|${grant.sellingPartnerId}|${operation}`
  if (!world.buckets.take(key, world.limits[operation])) throw quotaExceeded()
  if (body !== "") throw invalidInput("A GET request must not carry a body.")
  const call = { method: "GET", path, rawQuery, clientId: grant.clientId, grant }
  if (operation === "searchOrders") return searchOrders(world, call, faults)
  if (operation === "getOrder") return getOrder(world, call, decodedPath(orderId), faults)
  return getMarketplaceParticipations(world, call)
}

function authenticate(
  world: World,
  request: IncomingMessage,
  operation: SpApiOperation,
  faults: readonly Fault[],
  record: CallRecord,
): NonNullable<ReturnType<World["accounts"]["grant"]>> {
  const sent = request.headers["x-amz-access-token"]
  const token = Array.isArray(sent) ? sent[0] : sent
  if (!token) throw unauthorized("Access token is missing in the request header.")
  record.accessTokenHash = secretHash(token)
  if (faultOf(faults, "revoke-token")) world.accounts.revokeAccessTokens(token)
  const userAgent = request.headers["user-agent"] ?? ""
  const described =
    world.switches.userAgent === "present" || /^[^/\s]+\/\S+ \(.*Language=[^;)]+.*\)/.test(userAgent)
  if (userAgent === "" || userAgent.length > 500 || !described)
    throw unauthorized("The User-Agent header is missing or malformed.")
  const known = world.accounts.accessToken(token)
  if (!known || known.revoked)
    throw unauthorized("The access token you provided is revoked, malformed or invalid.")
  if (known.expiresAt <= world.now().getTime())
    throw unauthorized("The access token you provided has expired.")
  const { grant } = known
  if (!grant) throw unauthorized("The access token was not issued for a selling partner.")
  record.sellingPartnerId = grant.sellingPartnerId
  const role = NEEDED_ROLE[operation]
  if (!grant.roles.includes(role)) throw unauthorized(`The application does not have the role "${role}".`)
  return grant
}

/** Seen on 2xx, 400 and 404, never on 401, 403 and 429 (page "Usage Plans and Rate Limits"). */
function withRateHeader(world: World, operation: Operation, answer: Answer): Answer {
  const shown =
    (answer.status >= 200 && answer.status < 300) || answer.status === 400 || answer.status === 404
  if (!shown || operation === "token" || operation === "consent" || operation === "unknownPath") return answer
  return {
    ...answer,
    headers: { ...answer.headers, "x-amzn-RateLimit-Limit": String(world.limits[operation].rate) },
  }
}

function failureAnswer(status: number, body: "json" | "empty" | "html", operation: Operation): Answer {
  if (body === "empty") return { status, text: "" }
  if (body === "html")
    return { status, text: `<html><body><h1>${status}</h1></body></html>`, contentType: "text/html" }
  if (operation === "token")
    return { status, body: { error: status === 503 ? "temporarily_unavailable" : "server_error" } }
  const codes: Record<number, string> = {
    400: "InvalidInput",
    404: "NotFound",
    429: "QuotaExceeded",
    503: "ServiceUnavailable",
  }
  const message = "We encountered an internal error. Please try again."
  return { status, body: { errors: [{ code: codes[status] ?? "InternalFailure", message, details: "" }] } }
}

function send(
  response: ServerResponse,
  answer: Answer,
  headers: Record<string, string>,
  part: "whole" | "half" | "cut" = "whole",
): void {
  const text = answer.text ?? JSON.stringify(answer.body ?? {})
  const whole = Buffer.from(part === "cut" ? text.slice(0, Math.max(1, Math.floor(text.length / 2))) : text)
  const type = text === "" ? {} : { "content-type": answer.contentType ?? "application/json" }
  response.writeHead(answer.status, {
    ...type,
    "content-length": whole.length,
    ...answer.headers,
    ...headers,
  })
  if (part !== "half") return void response.end(whole)
  response.write(whole.subarray(0, Math.floor(whole.length / 2)), () => response.socket?.destroy())
}

async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    size += bytes.length
    if (size <= MAX_BODY_BYTES) chunks.push(bytes)
  }
  return size > MAX_BODY_BYTES ? undefined : Buffer.concat(chunks).toString("utf8")
}

function decodedPath(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw invalidInput(`"${text}" is not correctly URL-encoded.`)
  }
}

function requestIdOf(world: World): string {
  const hex = world.random.bytes(16).toString("hex")
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-")
}
