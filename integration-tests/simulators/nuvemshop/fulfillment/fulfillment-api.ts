import { type Answer, fulfillmentRefusal } from "../answer"
import { isRecord, objectBody } from "../json-body"
import { orderOf } from "../orders/orders-api"
import { touchOrder } from "../orders/change-order"
import type { ApiCall } from "../world"
import { FULFILLMENT_STATUSES, type FulfillmentOrder, type FulfillmentStatus } from "./fulfillment-order"
import { moveFulfillmentOrder, setTracking } from "./move"
import { canMove, isDispatched } from "./state-machine"
import { fulfillmentOrderView } from "./view"

const WRITABLE = ["status", "tracking_info", "destination", "shipping", "recipient", "assigned_location"]
const LOCKED_WHEN_DISPATCHED = ["destination", "shipping", "recipient"] as const

export function listFulfillmentOrders(call: ApiCall): Answer {
  const order = orderOf(call)
  return { status: 200, body: order.fulfillmentOrders.map((one) => view(call, one)) }
}

export function getFulfillmentOrder(call: ApiCall): Answer {
  return { status: 200, body: view(call, fulfillmentOrderOf(call)) }
}

/** Everything is checked before anything changes. */
export function updateFulfillmentOrder(call: ApiCall): Answer {
  const { world, store } = call
  const order = orderOf(call)
  const one = fulfillmentOrderOf(call)
  const body = objectBody(call.body)
  const unknown = Object.keys(body).find((name) => !WRITABLE.includes(name))
  if (unknown !== undefined) throw invalid(unknown, "is not allowed")
  if (Object.keys(body).length === 0) throw fulfillmentRefusal(422, "Nothing to update")
  const status = wantedStatus(call, one, body.status)
  const tracking = wantedTracking(call, one, body.tracking_info)
  checkLocks(call, one, body)

  changePlaces(one, body)
  const how = { cause: "api" as const, notifiedCustomer: tracking?.notify ?? false }
  // A dispatch carries its tracking; a code that comes later is an effect of its own.
  const comesWithStatus = status !== undefined && !isDispatched(one)
  if (tracking && comesWithStatus) {
    one.tracking = tracking.value
    one.trackingHistory.push({ ...tracking.value, at: world.clock.now() })
  }
  if (tracking && !comesWithStatus) setTracking(world, store, order, one, tracking.value, how)
  if (status !== undefined) moveFulfillmentOrder(world, store, order, one, status, how)
  else touchOrder(world, store, order, { what: "shipping", cause: "api" })
  return { status: 200, body: view(call, one) }
}

/** Only one that is not begun, and not the last one of its order. */
export function deleteFulfillmentOrder(call: ApiCall): Answer {
  const order = orderOf(call)
  const one = fulfillmentOrderOf(call)
  if (one.status !== "UNPACKED" || order.fulfillmentOrders.length === 1)
    throw fulfillmentRefusal(422, "The fulfillment order cannot be deleted")
  order.fulfillmentOrders = order.fulfillmentOrders.filter(({ id }) => id !== one.id)
  touchOrder(call.world, call.store, order, { what: "fulfillment-order-deleted", cause: "api" })
  return { status: 204, text: "" }
}

export function fulfillmentOrderOf(call: ApiCall): FulfillmentOrder {
  const found = orderOf(call).fulfillmentOrders.find(({ id }) => id === call.parts.fulfillmentOrderId)
  if (!found) throw fulfillmentRefusal(404, "Fulfillment order not found")
  return found
}

function wantedStatus(
  { world }: ApiCall,
  one: FulfillmentOrder,
  wanted: unknown,
): FulfillmentStatus | undefined {
  if (wanted === undefined) return undefined
  const status = FULFILLMENT_STATUSES.find((known) => known === wanted)
  if (!status) throw invalid("status", `must be one of ${FULFILLMENT_STATUSES.join(", ")}`)
  if (status === one.status) {
    if (world.switches.sameStatus === "accept") return undefined
    throw fulfillmentRefusal(400, `The fulfillment order is already ${status}`)
  }
  if (!canMove(one, status, world.switches.skippedSteps === "allow"))
    throw fulfillmentRefusal(400, `The status cannot change from ${one.status} to ${status}`)
  return status
}

function wantedTracking(
  { world }: ApiCall,
  one: FulfillmentOrder,
  info: unknown,
): { value: { code: string | null; url: string | null }; notify: boolean } | undefined {
  if (info === undefined) return undefined
  if (!isRecord(info)) throw invalid("tracking_info", "must be an object")
  const left = world.switches.trackingInfo === "merge" ? one.tracking : { code: null, url: null }
  const { code = left.code, url = left.url, notify_customer: notify = false } = info
  if (code !== null && typeof code !== "string") throw invalid("tracking_info.code", "must be a string")
  if (url !== null && (typeof url !== "string" || (url !== "" && !URL.canParse(url))))
    throw invalid("tracking_info.url", "must be a valid URL")
  if (typeof notify !== "boolean") throw invalid("tracking_info.notify_customer", "must be a boolean")
  return { value: { code, url }, notify }
}

function checkLocks({ store }: ApiCall, one: FulfillmentOrder, body: Record<string, unknown>): void {
  const locked = LOCKED_WHEN_DISPATCHED.find((name) => name in body)
  if (locked && isDispatched(one))
    throw fulfillmentRefusal(422, `The ${locked} cannot be changed when ${one.status}`)
  if (!("assigned_location" in body)) return
  if (one.status !== "UNPACKED")
    throw fulfillmentRefusal(422, `The assigned location cannot be changed when ${one.status}`)
  const { assigned_location: location } = body
  const id = isRecord(location) ? location.location_id : location
  if (typeof id !== "string" || !store.locations.has(id)) throw invalid("assigned_location", "does not exist")
}

function changePlaces(one: FulfillmentOrder, body: Record<string, unknown>): void {
  const { assigned_location: location, destination, recipient } = body
  const id = isRecord(location) ? location.location_id : location
  if (typeof id === "string") one.locationId = id
  if (isRecord(destination)) one.destination = { ...one.destination, ...destination }
  if (isRecord(recipient)) one.recipient = { ...one.recipient, ...recipient }
}

function view(call: ApiCall, one: FulfillmentOrder): Record<string, unknown> {
  return fulfillmentOrderView(call.store, orderOf(call), one, call.world.switches)
}

function invalid(path: string, text: string): ReturnType<typeof fulfillmentRefusal> {
  return fulfillmentRefusal(422, `${path} ${text}`, { [path]: [text] })
}
