import type { Answer } from "../answer"
import type { AppOptions } from "../options"
import { CONNECTOR_SCOPES } from "../scopes"
import type { OpenCall, World } from "../world"

/** The page where a signed-in merchant accepts an application, or what a switch does in their place. */
export function authorizePage(call: OpenCall): Answer {
  const { world, parts, query } = call
  const app = world.apps.find(({ appId }) => appId === parts.appId)
  if (!app) return page(404, "<h1>App not found</h1>")
  const state = query.text("state")
  if (world.switches.consent === "accept") return redirect(returnUrl(world, app, state))
  if (world.switches.consent === "deny") return page(200, "<h1>The installation was cancelled</h1>")
  return page(200, consentHtml(world, app, state))
}

/** The merchant presses Accept. */
export function acceptInstall({ world, parts, text }: OpenCall): Answer {
  const app = world.apps.find(({ appId }) => appId === parts.appId)
  if (!app) return page(404, "<h1>App not found</h1>")
  const state = new URLSearchParams(text).get("state") ?? undefined
  return redirect(returnUrl(world, app, state))
}

/** The install button of the platform's own app store: the merchant returns without a state. */
export function installFromAppStore({ world, parts }: OpenCall): Answer {
  const app = world.apps.find(({ appId }) => appId === parts.appId)
  return app ? redirect(returnUrl(world, app, undefined)) : page(404, "<h1>App not found</h1>")
}

/** Where a merchant who accepted is sent, with a new code; undefined without a redirect URL in the partner portal. */
export function returnUrl(
  world: World,
  app: AppOptions,
  state: string | undefined,
  storeId = world.signedInStoreId,
): string | undefined {
  if (app.redirectUrl === undefined) return undefined
  const url = new URL(app.redirectUrl)
  url.searchParams.set(
    "code",
    world.installations.newCode(app.appId, storeId, world.switches.authorizationCodeMs),
  )
  if (state !== undefined) url.searchParams.set("state", state)
  return url.href
}

function redirect(url: string | undefined): Answer {
  if (url === undefined) return page(400, "<h1>The app has no redirect URL</h1>")
  return { status: 302, headers: { location: url }, text: "" }
}

function consentHtml(world: World, app: AppOptions, state: string | undefined): string {
  const store = world.store(world.signedInStoreId)
  const scopes = (app.scopes ?? CONNECTOR_SCOPES).map((scope) => `<li>${scope}</li>`).join("")
  const hidden = state === undefined ? "" : `<input type="hidden" name="state" value="${escaped(state)}">`
  return `<h1>${escaped(app.name ?? app.appId)}</h1>
<p>Simulated Nuvemshop. Store: ${escaped(store.options.name)} (${store.id})</p>
<ul>${scopes}</ul>
<form method="post" action="/apps/${encodeURIComponent(app.appId)}/accept">${hidden}<button type="submit">Accept</button></form>`
}

function page(status: number, body: string): Answer {
  const head =
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Nuvemshop simulator</title></head>'
  return { status, text: `${head}<body>${body}</body></html>`, contentType: "text/html; charset=utf-8" }
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")
}
