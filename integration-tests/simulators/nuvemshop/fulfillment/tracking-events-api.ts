import { type Answer, fulfillmentRefusal } from "../answer"
import { objectBody } from "../json-body"
import { orderOf } from "../orders/orders-api"
import { touchOrder } from "../orders/change-order"
import { instantOf } from "../query"
import { announce } from "../webhooks/announce"
import type { ApiCall } from "../world"
import { fulfillmentOrderOf } from "./fulfillment-api"
import type { FulfillmentOrder, TrackingEvent } from "./fulfillment-order"
import { moveFulfillmentOrder } from "./move"
import { isDispatched } from "./state-machine"
import { trackingEventView } from "./view"

const STATUSES = [
  "dispatched",
  "received_by_post_office",
  "in_transit",
  "out_for_delivery",
  "delivery_attempt_failed",
  "delayed",
  "ready_for_pickup",
  "delivered",
  "returned_to_sender",
  "lost",
  "failure",
]
const MOST_EVENTS = 100
/** The same event within this time is taken for the same. */
const SAME_WITHIN_MS = 60_000

export function listTrackingEvents(call: ApiCall): Answer {
  return { status: 200, body: fulfillmentOrderOf(call).events.map(trackingEventView) }
}

export function getTrackingEvent(call: ApiCall): Answer {
  return { status: 200, body: trackingEventView(eventOf(call, fulfillmentOrderOf(call))) }
}

export function createTrackingEvent(call: ApiCall): Answer {
  const { world } = call
  const one = fulfillmentOrderOf(call)
  if (!isDispatched(one))
    throw fulfillmentRefusal(422, "The fulfillment order must be DISPATCHED to have tracking events")
  const wanted = wantedEvent(call)
  if (one.events.some((event) => isSame(event, wanted)))
    throw fulfillmentRefusal(400, "The tracking event must not be identical to an existing tracking event")
  if (one.events.length >= MOST_EVENTS)
    throw fulfillmentRefusal(422, `A fulfillment order has at most ${MOST_EVENTS} tracking events`)
  const now = world.clock.now()
  const { happenedAt, ...rest } = wanted
  const event: TrackingEvent = {
    ...rest,
    id: world.ids.ulid(now),
    happenedAt: happenedAt ?? now,
    createdAt: now,
  }
  one.events.push(event)
  changed(call, one, event, "created")
  const order = orderOf(call)
  if (event.status === "delivered" && one.status !== "DELIVERED")
    moveFulfillmentOrder(world, call.store, order, one, "DELIVERED", { cause: "api" })
  else touchOrder(world, call.store, order, { what: "tracking-event", cause: "api" })
  return { status: 201, body: trackingEventView(event) }
}

export function updateTrackingEvent(call: ApiCall): Answer {
  const one = fulfillmentOrderOf(call)
  const event = eventOf(call, one)
  const { happenedAt, ...rest } = wantedEvent(call)
  Object.assign(event, rest, { happenedAt: happenedAt ?? event.happenedAt })
  changed(call, one, event, "updated")
  return { status: 200, body: trackingEventView(event) }
}

export function deleteTrackingEvent(call: ApiCall): Answer {
  const one = fulfillmentOrderOf(call)
  const event = eventOf(call, one)
  one.events = one.events.filter(({ id }) => id !== event.id)
  changed(call, one, event, "deleted")
  return { status: 204, text: "" }
}

type WantedEvent = Omit<TrackingEvent, "id" | "createdAt" | "happenedAt"> & { happenedAt: number | undefined }

function wantedEvent(call: ApiCall): WantedEvent {
  const body = objectBody(call.body)
  const { status, description, address, happened_at: happened, estimated_delivery_at: estimated } = body
  if (typeof status !== "string" || !(STATUSES.includes(status) || /^custom_\w+$/.test(status)))
    throw invalid("status", "is invalid")
  if (typeof description !== "string" || description === "") throw invalid("description", "can't be blank")
  const happenedAt = typeof happened === "string" ? instantOf(happened) : undefined
  if (happened !== undefined && happened !== null && happenedAt === undefined)
    throw invalid("happened_at", "must be a date in ISO 8601 format")
  return {
    status,
    description,
    address: typeof address === "string" ? address : null,
    geolocation: null,
    happenedAt,
    estimatedDeliveryAt: typeof estimated === "string" ? estimated : null,
  }
}

function isSame(event: TrackingEvent, wanted: WantedEvent): boolean {
  const { status, description, address, happenedAt } = wanted
  if (event.status !== status || event.description !== description || event.address !== address) return false
  return happenedAt === undefined || Math.abs(event.happenedAt - happenedAt) < SAME_WITHIN_MS
}

function eventOf({ parts }: ApiCall, one: FulfillmentOrder): TrackingEvent {
  const found = one.events.find(({ id }) => id === parts.eventId)
  if (!found) throw fulfillmentRefusal(404, "Tracking event not found")
  return found
}

function changed(
  call: ApiCall,
  one: FulfillmentOrder,
  event: TrackingEvent,
  change: "created" | "updated" | "deleted",
): void {
  const { world, store } = call
  const orderId = orderOf(call).id
  const { status } = event
  one.updatedAt = world.clock.now()
  world.effects.add(store.id, {
    kind: "tracking-event",
    orderId,
    fulfillmentOrderId: one.id,
    change,
    status,
    cause: "api",
  })
  announce(world, store, `fulfillment_order/tracking_event_${change}`, {
    order_id: orderId,
    fulfillment_id: one.id,
    tracking_event_id: event.id,
  })
}

function invalid(path: string, text: string): ReturnType<typeof fulfillmentRefusal> {
  return fulfillmentRefusal(422, `${path} ${text}`, { [path]: [text] })
}
