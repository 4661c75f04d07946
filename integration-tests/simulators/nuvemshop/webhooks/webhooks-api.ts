import { type Answer, fieldRefusal, notFound, refusal } from "../answer"
import { platformTime } from "../clock"
import { objectBody } from "../json-body"
import { PAGE_PARAMETERS, pageAnswer } from "../pages"
import { isBetween } from "../query"
import type { ApiCall } from "../world"
import { isEvent, scopeOfEvent } from "./events"
import type { Webhook } from "./registry"

export const WEBHOOK_PARAMETERS = [
  ...PAGE_PARAMETERS,
  "since_id",
  "url",
  "event",
  "created_at_min",
  "created_at_max",
  "updated_at_min",
  "updated_at_max",
]
const VENDOR_DOMAINS =
  /(^|\.)(tiendanube\.com|nuvemshop\.com\.br|mitiendanube\.com|lojavirtualnuvem\.com\.br)$/
const LOCAL = /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1\])$/

export function listWebhooks(call: ApiCall): Answer {
  const { query } = call
  const since = query.integer("since_id") ?? 0
  const url = query.text("url")
  const event = query.text("event")
  const created = [query.seconds("created_at_min"), query.seconds("created_at_max")] as const
  const updated = [query.seconds("updated_at_min"), query.seconds("updated_at_max")] as const
  const rows = ownWebhooks(call).filter(
    (webhook) =>
      webhook.id > since &&
      (url === undefined || webhook.url === url) &&
      (event === undefined || webhook.event === event) &&
      isBetween(webhook.createdAt, ...created) &&
      isBetween(webhook.updatedAt, ...updated),
  )
  return pageAnswer(call, rows, view)
}

export function getWebhook(call: ApiCall): Answer {
  return { status: 200, body: view(webhookOf(call)) }
}

export function createWebhook(call: ApiCall): Answer {
  const { world, store, installation } = call
  const { event, url } = wanted(call)
  const same = ownWebhooks(call).some((known) => known.event === event && known.url === url)
  if (same && world.switches.sameWebhook === "refuse")
    throw fieldRefusal({ url: ["has already been taken for this event"] })
  const at = world.clock.now()
  const { appId } = installation.app
  const id = world.ids.next("webhook")
  const webhook: Webhook = { id, appId, storeId: store.id, event, url, createdAt: at, updatedAt: at }
  world.webhooks.add(webhook)
  noteEffect(call, webhook, "created")
  return { status: 201, body: view(webhook) }
}

export function updateWebhook(call: ApiCall): Answer {
  const webhook = webhookOf(call)
  Object.assign(webhook, wanted(call, webhook), { updatedAt: call.world.clock.now() })
  noteEffect(call, webhook, "updated")
  return { status: 200, body: view(webhook) }
}

export function deleteWebhook(call: ApiCall): Answer {
  const webhook = webhookOf(call)
  call.world.webhooks.remove(webhook.id)
  noteEffect(call, webhook, "deleted")
  return { status: 200, body: {} }
}

/** Event and url of the body; both are judged before either is refused. */
function wanted(call: ApiCall, known?: Webhook): { event: string; url: string } {
  const body = objectBody(call.body)
  const event = body.event ?? known?.event
  const url = body.url ?? known?.url
  const eventTexts = typeof event === "string" && isEvent(event) ? [] : ["is not included in the list"]
  const urlTexts = urlProblems(url, call.world.switches.allowLocalWebhooks)
  if (eventTexts.length > 0 || urlTexts.length > 0) {
    throw fieldRefusal({
      ...(eventTexts.length > 0 ? { event: eventTexts } : {}),
      ...(urlTexts.length > 0 ? { url: urlTexts } : {}),
    })
  }
  const scope = scopeOfEvent(String(event))
  if (scope && !call.installation.granted.has(scope)) throw refusal(403, `Missing a required scope: ${scope}`)
  return { event: String(event), url: String(url) }
}

function urlProblems(url: unknown, localAllowed: boolean): string[] {
  if (typeof url !== "string" || url === "") return ["can't be blank"]
  if (!URL.canParse(url)) return ["is not a valid URL"]
  const { protocol, hostname } = new URL(url)
  if (VENDOR_DOMAINS.test(hostname)) return ["domain is not allowed"]
  if (localAllowed && (protocol === "http:" || protocol === "https:")) return []
  if (protocol !== "https:") return ["must be https"]
  return LOCAL.test(hostname) ? ["must not be localhost"] : []
}

function ownWebhooks({ world, store, installation }: ApiCall): Webhook[] {
  return world.webhooks.list(store.id, installation.app.appId)
}

function webhookOf(call: ApiCall): Webhook {
  const found = ownWebhooks(call).find(({ id }) => id === Number(call.parts.webhookId))
  if (!found) throw notFound("Webhook")
  return found
}

function noteEffect(
  { world, store }: ApiCall,
  webhook: Webhook,
  change: "created" | "updated" | "deleted",
): void {
  const { id, event } = webhook
  world.effects.add(store.id, { kind: "webhook", webhookId: id, event, change, cause: "api" })
}

function view({ id, event, url, createdAt, updatedAt }: Webhook): Record<string, unknown> {
  return { id, event, url, created_at: platformTime(createdAt), updated_at: platformTime(updatedAt) }
}
