import { isRecord, jsonBody } from "../json-body"
import { marketplaceById } from "../marketplaces"
import { csv, integer, parseQuery } from "../query-parameters"
import { type Answer, conflict, invalidInput, notFound, unauthorized } from "../sp-api-answer"
import type { GrantlessCall, SpApiCall, World } from "../world"
import { ORDER_CHANGE_TYPES, type ProcessingDirective, type Subscription } from "./subscriptions"

/** Types that can be subscribed to; only ORDER_CHANGE is ever sent. */
const TYPES = [
  "ORDER_CHANGE",
  "FEED_PROCESSING_FINISHED",
  "REPORT_PROCESSING_FINISHED",
  "FBA_INVENTORY_AVAILABILITY_CHANGES",
  "FBA_OUTBOUND_SHIPMENT_STATUS",
  "LISTINGS_ITEM_MFN_QUANTITY_CHANGE",
  "LISTINGS_ITEM_STATUS_CHANGE",
  "TRANSACTION_UPDATE",
]

/** `POST /notifications/v1/subscriptions/{notificationType}`, for a seller. */
export function createSubscription(world: World, call: SpApiCall): Answer {
  const notificationType = typeOf(call)
  const { payloadVersion, destinationId, processingDirective } = jsonBody(call.body)
  if (payloadVersion !== "1.0") throw invalidInput(`"payloadVersion" of ${notificationType} is "1.0".`)
  const needsRole = notificationType === "ORDER_CHANGE" && world.switches.orderChangeNeedsRole
  if (needsRole && !call.grant.roles.includes("Inventory and Order Tracking"))
    throw unauthorized('The application does not have the role "Inventory and Order Tracking".')
  const { clientId } = call
  const destination = world.subscriptions
    .destinationsOf(clientId)
    .find((known) => known.destinationId === destinationId)
  if (!destination) throw invalidInput(`There is no destination "${String(destinationId)}".`)
  const directive = directiveOf(notificationType, processingDirective)
  const { sellingPartnerId } = call.grant
  const owner = { clientId, sellingPartnerId, notificationType }
  if (world.subscriptions.subscriptionsOf(owner).length > 0)
    throw conflict("A subscription of this type exists already.")
  const added = world.subscriptions.addSubscription({
    ...owner,
    payloadVersion,
    destinationId: destination.destinationId,
    ...(directive ? { processingDirective: directive } : {}),
  })
  return { status: 200, body: { payload: shown(added) } }
}

/** `GET /notifications/v1/subscriptions/{notificationType}`, for a seller. */
export function getSubscription(world: World, call: SpApiCall): Answer {
  const query = parseQuery(call.rawQuery, ["payloadVersion"])
  const [found] = sellersOf(world, call, typeOf(call), query.get("payloadVersion"))
  if (!found) throw notFound("There is no such subscription.")
  return { status: 200, body: { payload: shown(found) } }
}

/** `GET /notifications/v1/subscriptions`, for a seller; one type a request. */
export function getSubscriptions(world: World, call: SpApiCall): Answer {
  const query = parseQuery(call.rawQuery, ["notificationTypes", "payloadVersion", "pageSize", "nextToken"])
  const [notificationType] = csv(query, "notificationTypes", 1) ?? []
  if (notificationType === undefined || !TYPES.includes(notificationType))
    throw invalidInput('"notificationTypes" must hold a notification type.')
  integer(query, "pageSize", 30, 100)
  // A seller has at most one subscription of a type with an application, so there never is a second page.
  if (query.has("nextToken")) throw invalidInput('"nextToken" is not valid.')
  const found = sellersOf(world, call, notificationType, query.get("payloadVersion"))
  return { status: 200, body: { payload: { subscriptions: found.map(shown) } } }
}

/** `GET /notifications/v1/subscriptions/{notificationType}/{subscriptionId}`. */
export function getSubscriptionById(world: World, call: GrantlessCall): Answer {
  return { status: 200, body: { payload: shown(subscriptionOf(world, call)) } }
}

/** `DELETE /notifications/v1/subscriptions/{notificationType}/{subscriptionId}`. */
export function deleteSubscriptionById(world: World, call: GrantlessCall): Answer {
  world.subscriptions.removeSubscription(subscriptionOf(world, call).subscriptionId)
  return { status: 200, body: {} }
}

function typeOf(call: GrantlessCall): string {
  const { notificationType = "" } = call.parts
  if (!TYPES.includes(notificationType))
    throw invalidInput(`"${notificationType}" is not a notification type.`)
  return notificationType
}

function sellersOf(world: World, call: SpApiCall, type: string, version: string | undefined): Subscription[] {
  const { sellingPartnerId } = call.grant
  return world.subscriptions
    .subscriptionsOf({ clientId: call.clientId, sellingPartnerId, notificationType: type })
    .filter(({ payloadVersion }) => version === undefined || payloadVersion === version)
}

function subscriptionOf(world: World, call: GrantlessCall): Subscription {
  const { subscriptionId = "" } = call.parts
  const where = { clientId: call.clientId, notificationType: typeOf(call), subscriptionId }
  const [found] = world.subscriptions.subscriptionsOf(where)
  if (!found) throw notFound("There is no such subscription.")
  return found
}

function directiveOf(notificationType: string, value: unknown): ProcessingDirective | undefined {
  if (value === undefined) return undefined
  const { eventFilter, filterExpression } = isRecord(value) ? value : {}
  if (eventFilter !== undefined && filterExpression !== undefined)
    throw invalidInput('"eventFilter" cannot be given with "filterExpression".')
  if (typeof filterExpression === "string" && filterExpression.length >= 1 && filterExpression.length <= 256)
    return { filterExpression }
  if (!isRecord(eventFilter)) throw invalidInput('"processingDirective" holds no filter.')
  const { eventFilterType, marketplaceIds, orderChangeTypes } = eventFilter
  if (eventFilterType !== notificationType || notificationType !== "ORDER_CHANGE")
    throw invalidInput(`"eventFilterType" must be a filter of ${notificationType}.`)
  const sites = listOf(marketplaceIds, (id) => (marketplaceById(id) ? id : undefined), "marketplaceIds")
  const known = (text: string) => ORDER_CHANGE_TYPES.find((type) => type === text)
  const types = listOf(orderChangeTypes, known, "orderChangeTypes")
  return {
    eventFilter: {
      eventFilterType,
      ...(sites ? { marketplaceIds: sites } : {}),
      ...(types ? { orderChangeTypes: types } : {}),
    },
  }
}

function listOf<T>(value: unknown, read: (text: string) => T | undefined, name: string): T[] | undefined {
  if (value === undefined) return undefined
  const entries = Array.isArray(value) ? value : []
  const values = entries.map((entry) => (typeof entry === "string" ? read(entry) : undefined))
  const found = values.filter((entry) => entry !== undefined)
  if (!Array.isArray(value) || found.length !== value.length)
    throw invalidInput(`"${name}" holds what is none of its values.`)
  return found
}

function shown({
  subscriptionId,
  payloadVersion,
  destinationId,
  processingDirective,
}: Subscription): unknown {
  return {
    subscriptionId,
    payloadVersion,
    destinationId,
    ...(processingDirective ? { processingDirective } : {}),
  }
}
