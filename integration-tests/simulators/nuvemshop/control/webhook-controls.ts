import { announceTo } from "../webhooks/announce"
import { type Control, numberOf, recordOf, storeIdOf } from "./control"

export const WEBHOOK_CONTROLS: Readonly<Record<string, Control>> = {
  "GET webhooks": (world, input) => ({ webhooks: world.webhooks.list(storeIdOf(input)) }),
  "POST webhooks": async (world, { id: action, body }) => {
    const options = recordOf(body)
    if (action === "hold") world.switches.holdWebhooks = true
    else if (action === "release") world.deliveries.release(options)
    else if (action === "drop") world.deliveries.drop()
    else if (action === "send") sendEvent(world, options)
    else if (action !== "settle") return undefined
    if (action !== "hold") await world.deliveries.settle()
    return { pending: world.deliveries.pending().length }
  },
  "GET deliveries": (world, { query }) => {
    const event = query.get("event")
    return {
      attempts: world.deliveries.attempts.filter((attempt) => event === null || attempt.event === event),
      pending: world.deliveries.pending(),
    }
  },
  "DELETE deliveries": (world) => {
    world.deliveries.attempts.length = 0
    return {}
  },
  "GET clock": (world) => ({ now: new Date(world.clock.now()).toISOString() }),
  "POST clock": async (world, { body }) => {
    world.clock.advance(numberOf(recordOf(body).advance) ?? 0)
    await world.deliveries.settle()
    return { now: new Date(world.clock.now()).toISOString() }
  },
}

/** Any event with any fields, to whoever listens, as if it had happened. */
function sendEvent(world: Parameters<Control>[0], options: Record<string, unknown>): void {
  const { event, storeId, appId: _appId, ...payload } = options
  const store = world.store(numberOf(storeId))
  announceTo(world, store, world.app().appId, String(event), payload)
}
