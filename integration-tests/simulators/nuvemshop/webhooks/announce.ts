import { faultOf } from "../faults"
import { jsonText } from "../json-body"
import { withShownOrder } from "../orders/shown-ids"
import type { Store } from "../store/store"
import type { World } from "../world"

/** Sends an event to every application that listens in the store. */
export function announce(world: World, store: Store, event: string, payload: Record<string, unknown>): void {
  for (const installation of world.installations.list(store.id)) {
    if (installation.suspended) continue
    announceTo(world, store, installation.app.appId, event, payload)
  }
}

/** Sends an event to one application, whatever state its installation is in. */
export function announceTo(
  world: World,
  store: Store,
  appId: string,
  event: string,
  payload: Record<string, unknown>,
): void {
  const { clientSecret } = world.app(appId)
  const listeners = world.webhooks.list(store.id, appId).filter((webhook) => webhook.event === event)
  const body = jsonText({
    store_id: store.id,
    event,
    ...withShownOrder(event, payload, world.switches.orderIds),
  })
  for (const { url } of listeners) sendNotice(world, { storeId: store.id, event, url, body, clientSecret })
}

/** Puts one notice on its way, with the faults that were planned for it. */
export function sendNotice(
  world: World,
  notice: { storeId: number; event: string; url: string; body: string; clientSecret: string },
): void {
  const { clientSecret, ...rest } = notice
  const faults = world.faults.takeForWebhook(notice.event)
  if (faultOf(faults, "lose-webhook")) return
  const secret = faultOf(faults, "bad-signature") ? `not-${clientSecret}` : clientSecret
  const copies = faultOf(faults, "duplicate-webhook")
  const times = copies ? 1 + (copies.copies ?? 1) : 1
  const delayMs = faultOf(faults, "delay-webhook")?.ms ?? 0
  for (let i = 0; i < times; i += 1) world.deliveries.add({ ...rest, secret }, delayMs)
}
