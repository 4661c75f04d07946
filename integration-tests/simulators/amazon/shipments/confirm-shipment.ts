import { jsonBody } from "../json-body"
import { marketplaceById } from "../marketplaces"
import { parseQuery } from "../query-parameters"
import { type Answer, notFound } from "../sp-api-answer"
import type { Order, OrderPackage } from "../types"
import type { SpApiCall, World } from "../world"
import { CARRIER_CODES } from "./carrier-codes"
import { unitsLeft, unitsOf, withPackage } from "./packages"
import {
  invalidOrderItemId,
  invalidPackageVersion,
  nonexistentOrderItem,
  packageToUpdateNotFound,
  refused,
  tooManyUnits,
} from "./refusals"
import { type ShipmentRequest, shipmentRequest } from "./request"

const ORDER_ID = /^\d{3}-\d{7}-\d{7}$/

/**
 * `POST /orders/v0/orders/{orderId}/shipmentConfirmation` (Orders API v0, confirmShipment). One call is one package; a
 * reference that the order knows edits that package. The whole call passes or fails.
 */
export function confirmShipment(world: World, call: SpApiCall): Answer {
  parseQuery(call.rawQuery, [])
  const { orderId = "" } = call.parts
  if (!ORDER_ID.test(orderId)) throw refused(`"${orderId}" is not an order id.`)
  const request = shipmentRequest(jsonBody(call.body), world.switches)
  const { sellingPartnerId } = call.grant
  const store = world.store(sellingPartnerId)
  if (!store.has(orderId)) throw notFound(`Order ${orderId} was not found.`)
  const order = store.latest(orderId)
  checkOrder(world, order, request)
  checkShipment(world, order, request)

  const known = order.packages?.find((one) => one.packageReferenceId === request.packageReferenceId)
  if (known) checkEdit(world, order, known, request)
  const parcel = packageOf(world, request, known)
  checkUnits(order, known, parcel)
  const changed = withPackage(order, parcel)
  store.update(orderId, changed, world.switches.packageVisibilityDelayMs)
  const { marketplaceId: _, codCollectionMethod: __, ...content } = request
  world.shipments.add(known ? "edited" : "created", { sellingPartnerId, orderId, ...content })
  return { status: 204, text: "" }
}

/** Only orders that the merchant fulfils, and that are ready. */
function checkOrder({ switches }: World, order: Order, request: ShipmentRequest): void {
  const { orderId } = order
  const status = order.fulfillment?.fulfillmentStatus
  if (request.marketplaceId !== order.salesChannel.marketplaceId)
    throw refused(`Order ${orderId} is not of marketplace ${request.marketplaceId}.`)
  if (order.fulfillment?.fulfilledBy === "AMAZON")
    throw refused(`Order ${orderId} is fulfilled by Amazon and cannot be confirmed.`)
  if (order.programs?.includes("FBM_SHIP_PLUS"))
    throw refused(`Order ${orderId} is of the program FBM_SHIP_PLUS and is confirmed by its shipping label.`)
  if (status === "CANCELLED" && switches.cancelledOrderText === "nonexistent-item")
    throw nonexistentOrderItem(orderId)
  if (status !== "UNSHIPPED" && status !== "PARTIALLY_SHIPPED" && status !== "SHIPPED")
    throw refused(`Order ${orderId} is in status ${status} and cannot be shipped.`)
}

function checkShipment({ switches, now }: World, order: Order, request: ShipmentRequest): void {
  if (switches.unknownCarrier === "refuse" && !CARRIER_CODES.includes(request.carrierCode))
    throw refused(`CarrierCode: ${request.carrierCode} is invalid.`)
  const japan = marketplaceById(request.marketplaceId)?.code === "JP"
  if (
    request.codCollectionMethod !== undefined &&
    !(japan && request.codCollectionMethod === "DirectPayment")
  )
    throw refused("CodCollectionMethod is only supported in the JP marketplace.")
  const shipped = Date.parse(request.shipDate)
  if (shipped > now().getTime() + switches.shipDateSkewMs)
    throw refused(`ShipDate: ${request.shipDate} is invalid, must not be in the future.`)
  if (shipped < Date.parse(order.createdTime))
    throw refused(`ShipDate: ${request.shipDate} is invalid, must not be before the order was created.`)
  for (const { orderItemId, quantity, transparencyCodes = [] } of request.orderItems) {
    const item = order.orderItems.find((one) => one.orderItemId === orderItemId)
    if (!item)
      throw switches.unknownOrderItem === "invalid-id"
        ? invalidOrderItemId()
        : nonexistentOrderItem(order.orderId)
    const needed = switches.transparencyCodes === "required" && item.programs?.includes("TRANSPARENCY")
    if (needed && transparencyCodes.length !== quantity)
      throw refused(`Order item ${orderItemId} needs ${quantity} transparency codes.`)
  }
}

function checkEdit(
  { switches, shipments }: World,
  order: Order,
  known: OrderPackage,
  request: ShipmentRequest,
): void {
  const { orderId } = order
  if (switches.shippedOrderEdit === "refuse" && order.fulfillment?.fulfillmentStatus === "SHIPPED")
    throw packageToUpdateNotFound(orderId)
  const before = unitsOf(known)
  const after = unitsOf({ ...known, packageItems: request.orderItems })
  const same = before.size === after.size && [...before].every(([id, units]) => after.get(id) === units)
  if (switches.packageEditItems === "refuse" && !same) throw packageToUpdateNotFound(orderId)
  if (shipments.edits(orderId, known.packageReferenceId) >= switches.maxPackageUpdates)
    throw invalidPackageVersion(orderId)
}

function packageOf(world: World, request: ShipmentRequest, known: OrderPackage | undefined): OrderPackage {
  const keep = known !== undefined && world.switches.packageEditItems !== "replace"
  return {
    ...known,
    packageReferenceId: request.packageReferenceId,
    createdTime: known?.createdTime ?? world.now().toISOString(),
    packageStatus: known?.packageStatus ?? { status: "SHIPPED" },
    carrier: request.carrierCode === "Other" ? (request.carrierName ?? "Other") : request.carrierCode,
    shipTime: new Date(request.shipDate).toISOString(),
    ...(request.shippingMethod === undefined ? {} : { shippingService: request.shippingMethod }),
    trackingNumber: request.trackingNumber,
    packageItems: keep ? (known.packageItems ?? []) : request.orderItems,
  }
}

/** What the package holds must be left to ship; of an order that has nothing left, no package can be made. */
function checkUnits(order: Order, known: OrderPackage | undefined, parcel: OrderPackage): void {
  const nothingLeft = order.orderItems.every((item) => unitsLeft(item) <= 0)
  if (!known && nothingLeft) throw packageToUpdateNotFound(order.orderId)
  const before = unitsOf(known)
  for (const [orderItemId, quantity] of unitsOf(parcel)) {
    const item = order.orderItems.find((one) => one.orderItemId === orderItemId)
    const left = (item ? unitsLeft(item) : 0) + (before.get(orderItemId) ?? 0)
    if (quantity > left) throw tooManyUnits(orderItemId, quantity, left)
  }
}
