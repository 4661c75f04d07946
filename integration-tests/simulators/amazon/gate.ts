import type { IncomingHttpHeaders } from "node:http"
import type { AccessToken, Grant } from "./accounts"
import { type CallRecord, secretHash } from "./call-log"
import { type Fault, faultOf } from "./faults"
import type { OperationRow } from "./operations"
import type { Role, SpApiOperation } from "./options"
import type { Route } from "./routes"
import {
  type Answer,
  EdgeRefusal,
  invalidInput,
  quotaExceeded,
  SpApiError,
  unauthorized,
} from "./sp-api-answer"
import type { GrantlessCall, OpenCall, World } from "./world"

/** Authentication, then the usage plan, then the request itself: a refused parameter costs a token, a refused caller none. */
export function spApiAnswer(world: World, route: Extract<Route, { kind: "sp-api" }>, call: OpenCall): Answer {
  const { operation, row } = route
  try {
    return withRateHeader(world, operation, passedAnswer(world, operation, row, call))
  } catch (error) {
    if (!(error instanceof SpApiError)) throw error
    return withRateHeader(world, operation, error.answer())
  }
}

function passedAnswer(world: World, operation: SpApiOperation, row: OperationRow, call: OpenCall): Answer {
  const { faults, record, headers } = call
  const token = knownToken(world, headers, faults, record)
  const grant = "role" in row ? grantWithRole(token, row.role, record) : undefined
  if ("scope" in row && token.scope !== row.scope)
    throw unauthorized(`The access token was not issued for the scope "${row.scope}".`)
  if (faultOf(faults, "throttle")) throw quotaExceeded()
  const key = `${token.clientId}|${grant?.sellingPartnerId ?? ""}|${operation}`
  if (!world.buckets.take(key, world.limits[operation])) throw quotaExceeded()
  checkBody(row, call)
  const passed: GrantlessCall = {
    method: call.method,
    path: call.path,
    rawQuery: call.rawQuery,
    body: call.body,
    parts: decodedParts(call.parts),
    clientId: token.clientId,
  }
  if ("scope" in row) return row.handle(world, passed, faults)
  // A row has a role or a scope; with a role there is a grant.
  if (!grant) throw unauthorized("The access token was not issued for a selling partner.")
  return row.handle(world, { ...passed, grant }, faults)
}

function knownToken(
  world: World,
  headers: IncomingHttpHeaders,
  faults: readonly Fault[],
  record: CallRecord,
): AccessToken {
  const sent = headers["x-amz-access-token"]
  const token = Array.isArray(sent) ? sent[0] : sent
  if (!token) throw unauthorized("Access token is missing in the request header.")
  record.accessTokenHash = secretHash(token)
  if (faultOf(faults, "revoke-token")) world.accounts.revokeAccessTokens(token)
  const userAgent = headers["user-agent"] ?? ""
  const described =
    world.switches.userAgent === "present" || /^[^/\s]+\/\S+ \(.*Language=[^;)]+.*\)/.test(userAgent)
  if (userAgent === "" || userAgent.length > 500 || !described)
    throw unauthorized("The User-Agent header is missing or malformed.")
  const known = world.accounts.accessToken(token)
  if (!known || known.revoked)
    throw tokenRefused(world, "The access token you provided is revoked, malformed or invalid.")
  if (known.expiresAt <= world.now().getTime())
    throw tokenRefused(world, "The access token you provided has expired.")
  return known
}

/** The models' words for 401 and 403 fit a refused token and a missing permission alike. */
function tokenRefused({ switches }: World, details: string): SpApiError {
  switch (switches.tokenRefusal) {
    case "reason":
      return unauthorized(details)
    case "models-403":
      return new SpApiError(
        403,
        "Unauthorized",
        "Access Denied, Unauthorized, Expired Token, or Invalid Signature.",
      )
    case "models-401":
      return new SpApiError(
        401,
        "Unauthorized",
        "The request's Authorization header is not formatted correctly or does not contain a valid token.",
      )
    case "edge":
      return new EdgeRefusal(403)
  }
}

function grantWithRole({ grant }: AccessToken, role: Role | "any", record: CallRecord): Grant {
  if (!grant) throw unauthorized("The access token was not issued for a selling partner.")
  record.sellingPartnerId = grant.sellingPartnerId
  if (role !== "any" && !grant.roles.includes(role))
    throw unauthorized(`The application does not have the role "${role}".`)
  return grant
}

function checkBody(row: OperationRow, { method, body, headers }: OpenCall): void {
  if (!row.takesBody) {
    if (body !== "") throw invalidInput(`A ${method} request must not carry a body.`)
    return
  }
  const type = headers["content-type"]?.split(";")[0]?.trim().toLowerCase()
  if (type !== "application/json")
    throw new SpApiError(
      415,
      "UnsupportedMediaType",
      "The request's Content-Type header must be application/json.",
    )
}

function decodedParts(parts: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, text]) => {
      try {
        return [name, decodeURIComponent(text)]
      } catch {
        throw invalidInput(`"${text}" is not correctly URL-encoded.`)
      }
    }),
  )
}

/** Seen on 2xx, 400 and 404, never on 401, 403 and 429 (page "Usage Plans and Rate Limits"). */
function withRateHeader(world: World, operation: SpApiOperation, answer: Answer): Answer {
  const shown =
    (answer.status >= 200 && answer.status < 300) || answer.status === 400 || answer.status === 404
  if (!shown) return answer
  return {
    ...answer,
    headers: { ...answer.headers, "x-amzn-RateLimit-Limit": String(world.limits[operation].rate) },
  }
}
