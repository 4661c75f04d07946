import { type Control, listOf, recordOf, refuse, sellerOf } from "./control-input"
import { isFault } from "./faults"
import { FBA_CONTROLS } from "./fba/control"
import { generateOrders, type GenerateOrdersOptions } from "./generator"
import { LISTING_CONTROLS } from "./listings/control"
import { NOTIFICATION_CONTROLS } from "./notifications/control"
import {
  OPEN_OPERATIONS,
  SP_API_OPERATIONS,
  type Operation,
  type SellerOptions,
  type Switches,
} from "./options"
import { REPORT_CONTROLS } from "./reports/control"
import { SHIPMENT_CONTROLS } from "./shipments/control"
import type { Answer } from "./sp-api-answer"
import { QUEUE_CONTROLS } from "./sqs/control"
import type { Order } from "./types"
import type { World } from "./world"

/**
 * The simulator's own endpoints, for callers in another process. **No part of the platform**: a client under test
 * must never call them.
 *
 * - `GET | POST | DELETE /__simulator/faults` (POST: a fault, or a list of them; DELETE: `?id=` or all). For writes:
 *   `drop` with `when` "before" (nothing was done), "after" (done, no answer) or "during" (done, half an answer);
 *   `status` and `latency` with `when: "after"` (done, but answered with an error, or late)
 * - `GET | DELETE /__simulator/calls` (`?operation=`)
 * - `GET | POST /__simulator/orders` (POST: `{ orders }` or `{ generate }`, and `sellingPartnerId`)
 * - `PATCH /__simulator/orders/{id}`, `POST /__simulator/orders/{id}/cancel | ship | touch | request-cancel`
 * - `POST /__simulator/sellers` (a seller without orders, with `listings` if given), `POST /__simulator/sellers/{id}/sign-in` (answers the consent page)
 * - `POST /__simulator/tokens` (`{ revokeAccessTokens: true }`, `{ revokeSeller: id }`, `{ expirePageTokens: true }`)
 * - `GET | DELETE /__simulator/shipments` (`?orderId=`; every confirmation that took effect, and for each package how often
 *   it was created, edited, and confirmed again with the same content)
 * - `GET | POST /__simulator/listings` (POST: `{ listings }` or `{ generate }`, and `sellingPartnerId`), `GET | PATCH |
 *   DELETE /__simulator/listings/{sku}` (`?sellingPartnerId=`; PATCH: the seller's own change, effective at once)
 * - `GET | DELETE /__simulator/listing-patches` (`?sku=&sellingPartnerId=`; submissions that were accepted)
 * - `GET /__simulator/fba?marketplace=` (what Amazon holds, and every movement), `POST /__simulator/fba`
 *   (`{ stock: [{ sku, marketplace, fulfillable ... }] }`), `POST /__simulator/fba/{sku}/change` (`{ marketplace, change }`),
 *   `POST /__simulator/fba/{sku}/announce | receive | adjust | return | ship` (`{ marketplace, quantity }`, and `state`,
 *   `referenceId`, `reason`, `at`)
 * - `POST /__simulator/fba-months` (options of `generateFbaMonth`; answers its id and facts),
 *   `POST /__simulator/fba-months/{id}/play` (`{ day }`, from 0)
 * - `GET /__simulator/reports` (what was asked for), `DELETE /__simulator/report-urls` (ends every download url)
 * - `GET /__simulator/subscriptions`, `GET /__simulator/queues` (urls, counts and bodies), `POST
 *   /__simulator/queues/{name}/send` (`{ body }`), `POST /__simulator/queues/{name}/purge`
 * - `PATCH /__simulator/switches`, `PATCH /__simulator/limits`
 */
export const CONTROL_PATH = "/__simulator"

export interface ControlCall {
  method: string
  path: string
  rawQuery: string
  body: string
}

export function answerControl(world: World, call: ControlCall): Answer {
  try {
    const [resource = "", id, action] = call.path
      .slice(CONTROL_PATH.length + 1)
      .split("/")
      .map(decodeURIComponent)
    const body: unknown = call.body === "" ? {} : JSON.parse(call.body)
    const query = new URLSearchParams(call.rawQuery)
    const result = CONTROLS[`${call.method} ${resource}`]?.(world, { id, action, body, query })
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
  "GET orders": (world, input) => {
    const store = world.store(sellerOf(input))
    return { orders: store.ids().map((orderId) => store.latest(orderId)) }
  },
  "POST orders": (world, { id, action, body }) =>
    id === undefined ? addOrders(world, body) : changeOrder(world, id, action, body),
  "PATCH orders": (world, { id = "", body }) => ({ order: world.storeOf(id).update(id, recordOf(body)) }),
  "POST sellers": (world, { id, action, body }) =>
    id === undefined ? addSeller(world, body) : signInSeller(world, id, action),
  "POST tokens": (world, { body }) => changeTokens(world, recordOf(body)),
  "PATCH switches": (world, { body }) => changeSwitches(world, recordOf(body)),
  "PATCH limits": (world, { body }) => {
    world.buckets.reset()
    return changeLimits(world, recordOf(body))
  },
  ...SHIPMENT_CONTROLS,
  ...LISTING_CONTROLS,
  ...FBA_CONTROLS,
  ...REPORT_CONTROLS,
  ...NOTIFICATION_CONTROLS,
  ...QUEUE_CONTROLS,
}

function addFault(world: World, fault: unknown): string {
  return isFault(fault) ? world.faults.add(fault) : refuse("This is no fault.")
}

function addOrders(world: World, body: unknown): unknown {
  const input = recordOf(body)
  const seller = typeof input.sellingPartnerId === "string" ? input.sellingPartnerId : undefined
  if (typeof input.generate === "object" && input.generate !== null) {
    const generated = generateOrders(input.generate as GenerateOrdersOptions)
    world.placeOrders(generated.orders, seller)
    return { orderIds: generated.orders.map((order) => order.orderId), expected: generated.expected }
  }
  if (!Array.isArray(input.orders) || !input.orders.every(isOrder))
    return refuse("orders or generate is needed.")
  world.placeOrders(input.orders, seller)
  return { orderIds: input.orders.map((order) => order.orderId) }
}

function changeOrder(world: World, id: string, action: string | undefined, body: unknown): unknown {
  const store = world.storeOf(id)
  if (action === "cancel") return { order: world.cancelOrder(id, recordOf(body)) }
  if (action === "ship") return { order: store.ship(id, recordOf(body)) }
  if (action === "touch") return { order: store.update(id, {}) }
  if (action === "request-cancel") return { order: store.requestCancel(id, recordOf(body)) }
  return undefined
}

function addSeller(world: World, body: unknown): unknown {
  const seller = recordOf(body)
  if (!isSeller(seller)) return refuse("sellingPartnerId and marketplaces are needed.")
  world.addSeller({ ...seller, orders: [] })
  return {}
}

function signInSeller(world: World, id: string, action: string | undefined): unknown {
  if (action !== "sign-in") return undefined
  world.consentSellerId = world.accounts.seller(id).sellingPartnerId
  return {}
}

function changeTokens(world: World, body: Record<string, unknown>): unknown {
  if (body.revokeAccessTokens === true) world.accounts.revokeAccessTokens()
  if (typeof body.revokeSeller === "string") world.accounts.revokeSeller(body.revokeSeller)
  if (body.expirePageTokens === true) world.expirePageTokens()
  return {}
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
  for (const operation of SP_API_OPERATIONS) {
    const limit = body[operation]
    if (limit === undefined) continue
    const { rate, burst } = recordOf(limit)
    if (typeof rate !== "number" || typeof burst !== "number") return refuse("rate and burst are needed.")
    world.limits[operation] = { rate, burst }
  }
  return world.limits
}

function isSeller(seller: object): seller is SellerOptions {
  const { sellingPartnerId, marketplaces } = seller as Partial<SellerOptions>
  return typeof sellingPartnerId === "string" && Array.isArray(marketplaces)
}

function isOrder(value: unknown): value is Order {
  const order = recordOf(value)
  return (
    typeof order.orderId === "string" &&
    typeof order.createdTime === "string" &&
    typeof order.lastUpdatedTime === "string"
  )
}

function operationOf(text: string | null): Operation | undefined {
  const operations: readonly Operation[] = [...SP_API_OPERATIONS, ...OPEN_OPERATIONS, "unknownPath"]
  return operations.find((operation) => operation === text)
}
