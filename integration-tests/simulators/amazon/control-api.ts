import { isFault } from "./faults"
import { generateOrders, type GenerateOrdersOptions } from "./generator"
import { SP_API_OPERATIONS, type Operation, type SellerOptions, type Switches } from "./options"
import type { Answer } from "./sp-api-answer"
import type { Order } from "./types"
import type { World } from "./world"

/**
 * The simulator's own endpoints, for callers in another process. **No part of the platform**: a client under test
 * must never call them.
 *
 * - `GET | POST | DELETE /__simulator/faults` (POST: a fault, or a list of them; DELETE: `?id=` or all)
 * - `GET | DELETE /__simulator/calls` (`?operation=`)
 * - `GET | POST /__simulator/orders` (POST: `{ orders }` or `{ generate }`, and `sellingPartnerId`)
 * - `PATCH /__simulator/orders/{id}`, `POST /__simulator/orders/{id}/cancel | ship | touch`
 * - `POST /__simulator/sellers` (a seller without orders), `POST /__simulator/sellers/{id}/sign-in` (answers the consent page)
 * - `POST /__simulator/tokens` (`{ revokeAccessTokens: true }`, `{ revokeSeller: id }`, `{ expirePageTokens: true }`)
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
    const result = control(world, `${call.method} ${resource}`, { id, action, body, query })
    return result === undefined
      ? { status: 404, body: { message: "The simulator has no such control." } }
      : { status: 200, body: result }
  } catch (error) {
    return { status: 400, body: { message: error instanceof Error ? error.message : String(error) } }
  }
}

interface ControlInput {
  id: string | undefined
  action: string | undefined
  body: unknown
  query: URLSearchParams
}

function control(world: World, name: string, { id, action, body, query }: ControlInput): unknown {
  switch (name) {
    case "GET faults":
      return { faults: world.faults.list() }
    case "POST faults":
      return {
        ids: listOf(body).map((fault) =>
          isFault(fault) ? world.faults.add(fault) : refuse("This is no fault."),
        ),
      }
    case "DELETE faults":
      world.faults.clear(query.get("id") ?? undefined)
      return {}
    case "GET calls":
      return { calls: world.log.list(operationOf(query.get("operation"))), counts: world.log.counts() }
    case "DELETE calls":
      world.log.clear()
      return {}
    case "GET orders": {
      const store = world.store(query.get("sellingPartnerId") ?? undefined)
      return { orders: store.ids().map((orderId) => store.latest(orderId)) }
    }
    case "POST orders":
      return id === undefined ? addOrders(world, body) : changeOrder(world, id, action, body)
    case "PATCH orders":
      return { order: world.storeOf(id ?? "").update(id ?? "", recordOf(body)) }
    case "POST sellers":
      return id === undefined ? addSeller(world, body) : signInSeller(world, id, action)
    case "POST tokens":
      return changeTokens(world, recordOf(body))
    case "PATCH switches":
      return changeSwitches(world, recordOf(body))
    case "PATCH limits":
      world.buckets.reset()
      return changeLimits(world, recordOf(body))
    default:
      return undefined
  }
}

function addOrders(world: World, body: unknown): unknown {
  const input = recordOf(body)
  const seller = typeof input.sellingPartnerId === "string" ? input.sellingPartnerId : undefined
  if (typeof input.generate === "object" && input.generate !== null) {
    const generated = generateOrders(input.generate as GenerateOrdersOptions)
    world.store(seller).add(generated.orders)
    return { orderIds: generated.orders.map((order) => order.orderId), expected: generated.expected }
  }
  if (!Array.isArray(input.orders) || !input.orders.every(isOrder))
    return refuse("orders or generate is needed.")
  world.store(seller).add(input.orders)
  return { orderIds: input.orders.map((order) => order.orderId) }
}

function changeOrder(world: World, id: string, action: string | undefined, body: unknown): unknown {
  const store = world.storeOf(id)
  if (action === "cancel") return { order: store.cancel(id, recordOf(body)) }
  if (action === "ship") return { order: store.ship(id, recordOf(body)) }
  if (action === "touch") return { order: store.update(id, {}) }
  return undefined
}

function addSeller(world: World, body: unknown): unknown {
  const seller = recordOf(body)
  if (!isSeller(seller)) return refuse("sellingPartnerId and marketplaces are needed.")
  world.accounts.addSeller(seller)
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
  if (body.expirePageTokens === true) world.pageTokens.expireAll()
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
  const operations: readonly Operation[] = [...SP_API_OPERATIONS, "token", "consent", "unknownPath"]
  return operations.find((operation) => operation === text)
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value]
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? { ...value }
    : refuse("An object is needed.")
}

function refuse(message: string): never {
  throw new Error(message)
}
