import { faultOf, type Fault, type LwaErrorCode } from "./faults"
import type { GrantType } from "./options"
import type { Answer } from "./sp-api-answer"
import type { OpenCall, World } from "./world"

/** HTTP status of each error of Login with Amazon (page "Connecting to the Selling Partner API"; RFC 6749, 5.2). */
const STATUS: Record<LwaErrorCode, number> = {
  invalid_request: 400,
  invalid_client: 401,
  invalid_grant: 400,
  unauthorized_client: 400,
  unsupported_grant_type: 400,
  access_denied: 403,
  invalid_scope: 400,
  server_error: 500,
  temporarily_unavailable: 503,
}

const SCOPES = ["sellingpartnerapi::notifications", "sellingpartnerapi::client_credential:rotation"]
const GRANT_TYPES: readonly GrantType[] = ["refresh_token", "authorization_code", "client_credentials"]

class LwaError extends Error {
  constructor(
    readonly code: LwaErrorCode,
    message: string,
  ) {
    super(message)
  }
}

export interface TokenCall {
  method: string
  contentType: string | undefined
  body: string
  requestId: string
}

export interface TokenAnswer extends Answer {
  grantType?: string
  sellingPartnerId?: string
  issuedToken?: string
}

/** The token endpoint as a route; who asked for what goes into the log. */
export function answerTokenCall(world: World, { method, headers, body, record, faults }: OpenCall): Answer {
  const call = { method, contentType: headers["content-type"], body, requestId: record.requestId }
  const { grantType, sellingPartnerId, ...answer } = answerToken(world, call, faults)
  if (grantType) record.grantType = grantType
  if (sellingPartnerId) record.sellingPartnerId = sellingPartnerId
  return answer
}

/** `POST /auth/o2/token`: errors are Login with Amazon's own body, not the Selling Partner API's envelope. */
export function answerToken(world: World, call: TokenCall, faults: readonly Fault[]): TokenAnswer {
  let grantType: string | undefined
  try {
    if (call.method !== "POST") throw new LwaError("invalid_request", "The method must be POST.")
    const fields = fieldsOf(world, call)
    grantType = fields.get("grant_type")
    const fault = faultOf(faults, "lwa-error")
    if (fault) throw new LwaError(fault.error, "The request was refused on request of the simulator's user.")
    const answer = token(world, fields)
    return {
      ...answer,
      headers: { "cache-control": "no-store", pragma: "no-cache" },
      ...(grantType ? { grantType } : {}),
    }
  } catch (error) {
    if (!(error instanceof LwaError)) throw error
    return {
      status: STATUS[error.code],
      headers: { "cache-control": "no-store", pragma: "no-cache" },
      body: { error: error.code, error_description: error.message, request_id: call.requestId },
      ...(grantType ? { grantType } : {}),
    }
  }
}

function token(world: World, fields: ReadonlyMap<string, string>): TokenAnswer {
  const { accounts, switches } = world
  const grantType = GRANT_TYPES.find((known) => known === required(fields, "grant_type"))
  if (!grantType)
    throw new LwaError("unsupported_grant_type", "The authorization grant type is not supported.")
  const application = accounts.application(required(fields, "client_id"))
  if (!application || !accounts.secretIsValid(application, required(fields, "client_secret"))) {
    throw new LwaError("invalid_client", "Client authentication failed")
  }
  const { clientId } = application
  if (application.grantTypes && !application.grantTypes.includes(grantType)) {
    throw new LwaError(
      "unauthorized_client",
      "The client is not authorized to use this authorization grant type.",
    )
  }
  const common = { token_type: "bearer", expires_in: switches.accessTokenSeconds }

  if (grantType === "client_credentials") {
    const scope = fields.get("scope")
    if (scope === undefined || !SCOPES.includes(scope)) {
      throw new LwaError("invalid_scope", "The request has an invalid parameter : scope")
    }
    return {
      status: 200,
      body: { access_token: accounts.issueAccessToken(clientId, undefined, scope), ...common, scope },
    }
  }

  if (grantType === "authorization_code") {
    const code = accounts.redeemCode(required(fields, "code"), clientId, fields.get("redirect_uri"))
    if (typeof code === "string") {
      throw new LwaError("invalid_grant", "The request has an invalid grant parameter : code")
    }
    const { token: refreshToken, grant } = accounts.issueRefreshToken(clientId, code.sellingPartnerId)
    const accessToken = accounts.issueAccessToken(clientId, grant)
    return {
      status: 200,
      sellingPartnerId: grant.sellingPartnerId,
      body: { access_token: accessToken, refresh_token: refreshToken, ...common },
    }
  }

  const sent = required(fields, "refresh_token")
  const grant = accounts.grant(sent)
  const dead =
    !grant || grant.clientId !== clientId || grant.revoked || grant.expiresAt <= world.now().getTime()
  if (dead) throw new LwaError("invalid_grant", "The request has an invalid grant parameter : refresh_token")
  const refreshToken =
    switches.refreshTokenRotation === "same"
      ? sent
      : accounts.rotateRefreshToken(sent, grant, switches.refreshTokenRotation === "new-and-revoke-old")
  return {
    status: 200,
    sellingPartnerId: grant.sellingPartnerId,
    body: {
      access_token: accounts.issueAccessToken(clientId, grant),
      refresh_token: refreshToken,
      ...common,
    },
  }
}

function required(fields: ReadonlyMap<string, string>, name: string): string {
  const value = fields.get(name)
  if (!value) throw new LwaError("invalid_request", `The request is missing a required parameter : ${name}`)
  return value
}

function fieldsOf(world: World, call: TokenCall): Map<string, string> {
  const type = (call.contentType ?? "").split(";")[0]?.trim().toLowerCase()
  if (type === "application/json" && world.switches.tokenAcceptsJson) return jsonFields(call.body)
  if (type !== "application/x-www-form-urlencoded") {
    throw new LwaError("invalid_request", "Content type must be application/x-www-form-urlencoded")
  }
  const fields = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(call.body)) {
    if (fields.has(name))
      throw new LwaError("invalid_request", `The request has a repeated parameter : ${name}`)
    fields.set(name, value)
  }
  return fields
}

function jsonFields(body: string): Map<string, string> {
  try {
    const parsed: unknown = JSON.parse(body)
    if (typeof parsed === "object" && parsed !== null) {
      return new Map(Object.entries(parsed).map(([name, value]) => [name, String(value)]))
    }
  } catch {
    // Answered below as any other body that is not an object.
  }
  throw new LwaError("invalid_request", "The request body is malformed.")
}
