import type { Answer } from "./answer"
import { type Control, listOf, numberOf, recordOf, refuse } from "./control/control"
import { ORDER_CONTROLS } from "./control/order-controls"
import { STORE_CONTROLS } from "./control/store-controls"
import { WEBHOOK_CONTROLS } from "./control/webhook-controls"
import type { EffectKind } from "./effects"
import { isFault } from "./faults"
import { OPERATION_NAMES, type Operation } from "./operation-names"
import type { Switches } from "./switches"
import type { World } from "./world"

/**
 * The simulator's own endpoints, for callers in another process. **No part of the platform**: a client under test
 * must never call them. `storeId` (query or body) is the first store when it is left out.
 *
 * - `GET | POST | DELETE /__simulator/faults` (POST: a fault, or a list of them; DELETE: `?id=` or all)
 * - `GET | DELETE /__simulator/calls` (`?operation=`)
 * - `GET | DELETE /__simulator/effects` (`?kind=&orderId=`; also `dispatches`: how often each fulfillment order went)
 * - `GET | POST /__simulator/orders` (POST: one order, `{ orders }` or `{ generate }`), `GET /__simulator/orders/{id}`,
 *   `POST /__simulator/orders/{id}/pay | cancel | refund | void | edit | ship | touch | show` (show: fields of the answer
 *   that are replaced)
 * - `GET | POST /__simulator/products`, `POST /__simulator/stock` (`{ sku, stock, locationId }`)
 * - `GET | POST /__simulator/stores`, `PATCH /__simulator/stores/{id}` (`{ plan, features }`), `POST
 *   /__simulator/stores/{id}/sign-in | install | token | uninstall | suspend | resume | revoke-token | store-redact |
 *   customers-redact | data-request` (install answers the url that a merchant who accepted is sent to)
 * - `GET | PATCH /__simulator/app` (`{ redirectUrl, clientSecret, scopes, privacyUrls }`)
 * - `GET /__simulator/webhooks`, `POST /__simulator/webhooks/hold | release | drop | send | settle` (release: `{ shuffle,
 *   copies, loseShare }`; send: `{ event, ... }`), `GET | DELETE /__simulator/deliveries` (`?event=`)
 * - `GET | POST /__simulator/clock` (`{ advance: ms }`; answers when what became due has been sent)
 * - `GET | PATCH /__simulator/switches`, `PATCH /__simulator/limits`
 */
export const CONTROL_PATH = "/__simulator"

export interface ControlCall {
  method: string
  path: string
  rawQuery: string
  body: string
}

export async function answerControl(world: World, call: ControlCall): Promise<Answer> {
  try {
    const [resource = "", id, action] = call.path
      .slice(CONTROL_PATH.length + 1)
      .split("/")
      .map(decodeURIComponent)
    const body: unknown = call.body === "" ? {} : JSON.parse(call.body)
    const query = new URLSearchParams(call.rawQuery)
    const result = await CONTROLS[`${call.method} ${resource}`]?.(world, { id, action, body, query })
    return result === undefined
      ? { status: 404, body: { message: "The simulator has no such control." } }
      : { status: 200, body: result }
  } catch (error) {
    return { status: 400, body: { message: error instanceof Error ? error.message : String(error) } }
  }
}

/** Method and resource, and what they do. */
const CONTROLS: Readonly<Record<string, Control>> = {
  "GET faults": (world) => ({ faults: world.faults.list() }),
  "POST faults": (world, { body }) => ({ ids: listOf(body).map((fault) => addFault(world, fault)) }),
  "DELETE faults": (world, { query }) => {
    world.faults.clear(query.get("id") ?? undefined)
    return {}
  },
  "GET calls": (world, { query }) => ({
    calls: world.log.list(operationOf(query.get("operation"))),
    counts: world.log.counts(),
  }),
  "DELETE calls": (world) => {
    world.log.clear()
    return {}
  },
  "GET effects": (world, { query }) => {
    const orderId = numberOf(query.get("orderId"))
    const effects = world.effects.list((query.get("kind") ?? undefined) as EffectKind | undefined)
    return {
      effects: effects.filter(
        (one) => orderId === undefined || ("orderId" in one && one.orderId === orderId),
      ),
      dispatches: world.effects.dispatches(orderId),
    }
  },
  "DELETE effects": (world) => {
    world.effects.clear()
    return {}
  },
  "GET switches": (world) => world.switches,
  "PATCH switches": (world, { body }) => changeSwitches(world, recordOf(body)),
  "PATCH limits": (world, { body }) => changeLimits(world, recordOf(body)),
  ...ORDER_CONTROLS,
  ...STORE_CONTROLS,
  ...WEBHOOK_CONTROLS,
}

function addFault(world: World, fault: unknown): string {
  return isFault(fault) ? world.faults.add(fault) : refuse("This is no fault.")
}

function changeSwitches(world: World, body: Record<string, unknown>): Switches {
  for (const [name, value] of Object.entries(body)) {
    const known = Object.entries(world.switches).find(([key]) => key === name)
    if (!known || typeof known[1] !== typeof value)
      return refuse(`There is no switch "${name}" of that type.`)
  }
  return Object.assign(world.switches, body)
}

function changeLimits(world: World, body: Record<string, unknown>): unknown {
  world.buckets.reset()
  for (const name of ["requests", "writes"] as const) {
    if (body[name] === undefined) continue
    const { size, perSecond } = recordOf(body[name])
    if (typeof size !== "number" || typeof perSecond !== "number")
      return refuse("size and perSecond are needed.")
    world.limits[name] = { size, perSecond }
  }
  return world.limits
}

function operationOf(text: string | null): Operation | undefined {
  return OPERATION_NAMES.find((operation) => operation === text)
}
