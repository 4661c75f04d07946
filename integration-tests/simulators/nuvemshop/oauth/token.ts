import { type Answer, failureAnswer } from "../answer"
import { faultOf } from "../faults"
import { isRecord } from "../json-body"
import type { OpenCall, World } from "../world"
import { installApp } from "../webhooks/app-events"

/** Trades a code for the token of the store; the query string is not looked at. */
export function answerToken({ world, text, headers, faults, record }: OpenCall): Answer {
  const fault = faultOf(faults, "oauth-error")
  if (fault) return refused(world, fault.error, fault.description ?? "Refused by the simulator")
  const fields = fieldsOf(text, headers["content-type"])
  if (!fields) return failureAnswer(415, "json")
  const { client_id: appId, client_secret: secret, grant_type: grantType, code } = fields
  const app = world.apps.find((known) => known.appId === appId)
  if (!app || app.clientSecret !== secret)
    return refused(world, "invalid_client", "Client authentication failed")
  if (grantType !== "authorization_code")
    return refused(world, "unsupported_grant_type", "The grant type is not supported")
  if (!code) return refused(world, "invalid_request", "The code is missing")
  const redeemed = world.installations.redeem(code, app.appId)
  if ("refused" in redeemed) return refused(world, "invalid_grant", redeemed.refused)
  const { storeId } = redeemed
  record.storeId = storeId
  const { token, scopes } = installApp(world, app, storeId)
  return {
    status: 200,
    body: {
      access_token: token,
      token_type: "bearer",
      scope: scopes.join(","),
      user_id: world.switches.userId === "number" ? storeId : String(storeId),
      ...(world.switches.tokenHasStoreId ? { store_id: storeId } : {}),
    },
  }
}

/** Seen both with a status and inside a 200. */
function refused({ switches }: World, error: string, description: string): Answer {
  const status = error === "invalid_client" ? 401 : 400
  const body = { error, error_description: description }
  return { status: switches.oauthErrors === "in-200" ? 200 : status, body }
}

function fieldsOf(text: string, contentType = ""): Record<string, string> | undefined {
  if (contentType.includes("x-www-form-urlencoded")) return Object.fromEntries(new URLSearchParams(text))
  if (!contentType.includes("json")) return undefined
  try {
    const body: unknown = JSON.parse(text)
    if (!isRecord(body)) return {}
    return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, String(value)]))
  } catch {
    return {}
  }
}
