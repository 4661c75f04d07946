import type { IncomingHttpHeaders } from "node:http"
import { type Answer, refusal, Refusal } from "./answer"
import type { CallRecord } from "./call-log"
import { faultOf } from "./faults"
import { jsonBody } from "./json-body"
import type { BucketLimit } from "./leaky-bucket"
import type { Installation } from "./oauth/installations"
import { planFactor } from "./plan-factor"
import type { OperationRow } from "./operations"
import type { Store } from "./store/store"
import type { ApiVersion, OpenCall, World } from "./world"

/** `AppName (contact e-mail or URL)`. */
const USER_AGENT = /^[^\s()][^()]*\s\((?:[^\s@()]+@[^\s@()]+|https?:\/\/[^\s()]+)\)$/

/** Headers, token, suspension, bucket, scope and body, in this order; then the call itself. */
export function apiAnswer(row: OperationRow, call: OpenCall): Answer {
  const { world, headers, record } = call
  let known: { installation: Installation; store: Store } | undefined
  try {
    if (!headers["user-agent"]?.trim()) throw refusal(400, "Missing User-Agent header")
    if (!USER_AGENT.test(headers["user-agent"].trim()))
      throw refusal(400, "The User-Agent header must be: AppName (contact e-mail or URL)")
    known = callerOf(call)
    const { installation, store } = known
    record.storeId = store.id
    if (installation.suspended) throw refusal(402, "The store or the application is suspended")
    takeRequest(call, installation, store)
    const version = versionOf(call.parts.version)
    record.version = version
    if (row.versions && !row.versions.includes(version)) throw refusal(404, "Not found")
    if (row.scope && !installation.granted.has(row.scope))
      throw refusal(403, `Missing a required scope: ${row.scope}`)
    if (row.feature && !store.features.includes(row.feature))
      throw refusal(403, `The store does not have the feature ${row.feature}`)
    checkParameters(world, row, call)
    const body = bodyOf(row, call)
    return limited(world, known, row.handle({ ...call, version, store, installation, body }))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return known ? limited(world, known, error.answer()) : error.answer()
  }
}

/** The installation that the token and the store's id of the path name together. */
function callerOf(call: OpenCall): { installation: Installation; store: Store } {
  const { world, headers, record, parts, faults } = call
  const token = tokenOf(world, headers, record)
  const unknown = refusal(401, "Invalid access token")
  if (token === undefined) throw unknown
  const installation = world.installations.byToken(token)
  if (installation && faultOf(faults, "revoke-token")) {
    world.installations.revokeToken(installation.app.appId, installation.storeId)
    throw unknown
  }
  const store = world.stores.get(Number(parts.storeId))
  if (!installation || !store || installation.storeId !== store.id) throw unknown
  return { installation, store }
}

/**
 * `Authorization: Bearer` is the rule of 2026, `Authentication: bearer` the one before, both in exactly these letters.
 * A caller that sends both is known by either.
 */
function tokenOf({ switches }: World, headers: IncomingHttpHeaders, record: CallRecord): string | undefined {
  const legacy = headers.authentication
  const old = typeof legacy === "string" ? /^bearer (\S+)$/.exec(legacy)?.[1] : undefined
  const current = /^Bearer (\S+)$/.exec(headers.authorization ?? "")?.[1]
  if (current !== undefined && switches.authHeader !== "authentication") {
    record.authHeader = "authorization"
    return current
  }
  if (old !== undefined && switches.authHeader !== "authorization") {
    record.authHeader = "authentication"
    return old
  }
  return undefined
}

function versionOf(text: string | undefined): ApiVersion {
  const known = (["2025-03", "v1", "unstable"] as const).find((version) => version === text)
  if (!known) throw refusal(404, "Not found")
  return known
}

function takeRequest(call: OpenCall, installation: Installation, store: Store): void {
  const { world, faults } = call
  const throttle = faultOf(faults, "throttle")
  const passed = !throttle && world.buckets.pour(bucketKey(installation, store), requestLimit(world, store))
  if (!passed) throw refusal(429, "Too many requests, the limit is shown in the x-rate-limit headers")
}

/** The state of the bucket goes with every answer to a known caller. */
function limited(
  world: World,
  { installation, store }: { installation: Installation; store: Store },
  answer: Answer,
): Answer {
  const state = world.buckets.state(bucketKey(installation, store), requestLimit(world, store))
  const headers = {
    "x-rate-limit-limit": String(state.limit),
    "x-rate-limit-remaining": String(state.remaining),
    "x-rate-limit-reset": String(state.resetMs),
    "x-main-language": store.mainLanguage,
  }
  return { ...answer, headers: { ...headers, ...answer.headers } }
}

function bucketKey({ app }: Installation, store: Store): string {
  return `requests|${app.appId}|${store.id}`
}

function requestLimit({ limits }: World, { plan }: Store): BucketLimit {
  const factor = planFactor(plan)
  return { size: limits.requests.size * factor, perSecond: limits.requests.perSecond * factor }
}

function checkParameters({ switches }: World, row: OperationRow, { query }: OpenCall): void {
  if (switches.unknownParameters === "ignore") return
  const known = row.query ?? []
  const unknown = query.names().find((name) => !known.includes(name))
  if (unknown !== undefined) throw refusal(422, `Unknown parameter ${unknown}`, { [unknown]: ["is unknown"] })
}

/** Only what carries a body needs a content type; an action may come without either. */
function bodyOf(row: OperationRow, { headers, method, text }: OpenCall): unknown {
  if (method === "GET" || method === "HEAD" || method === "DELETE") return {}
  if (text === "" && row.bodyOptional) return {}
  const [type] = (headers["content-type"] ?? "").split(";")
  if (type?.trim().toLowerCase() !== "application/json")
    throw refusal(415, "The Content-Type header must be application/json; charset=utf-8")
  return jsonBody(text)
}
