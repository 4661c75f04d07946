import type { Answer } from "./sp-api-answer"
import type { OpenCall, World } from "./world"

/**
 * `GET /apps/authorize/consent` on a Seller Central host (page "Website Authorization Workflow"). The seller's
 * answer is the switch `consent`: "approve" goes back to the application, "cancel" never does.
 */
export function answerConsent(world: World, { rawQuery }: Pick<OpenCall, "rawQuery">): Answer {
  const query = new URLSearchParams(rawQuery)
  const application = world.accounts.applicationById(query.get("application_id") ?? "")
  if (!application) return page(400, "MD1000", "The application was not found.")
  if (application.draft && query.get("version") !== "beta")
    return page(400, "MD1000", "The application is a draft.")
  const state = query.get("state")
  if (!state) return page(400, "MD5100", "The parameter state is missing.")

  const sent = query.get("redirect_uri")
  const registered = application.redirectUris
  const redirectUri = sent ?? registered?.[0]
  if (!redirectUri || (registered && !registered.includes(redirectUri)) || !URL.canParse(redirectUri)) {
    return page(400, "MD5101", "The redirect URI is not registered.")
  }
  if (world.switches.consent === "cancel")
    return page(200, "", "The seller did not authorise the application.")

  const sellingPartnerId = world.consentSellerId
  const code = world.accounts.issueCode({
    clientId: application.clientId,
    sellingPartnerId,
    redirectUri,
    redirectUriWasSent: sent !== null,
  })
  const target = new URL(redirectUri)
  target.searchParams.set("state", state)
  target.searchParams.set("selling_partner_id", sellingPartnerId)
  target.searchParams.set("spapi_oauth_code", code)
  return {
    status: 302,
    headers: { location: target.toString(), "referrer-policy": "no-referrer" },
    text: "",
  }
}

function page(status: number, code: string, message: string): Answer {
  const text = `<!doctype html><title>Seller Central</title><h1>${message}</h1><p>${code}</p>`
  return { status, text, contentType: "text/html;charset=UTF-8" }
}
