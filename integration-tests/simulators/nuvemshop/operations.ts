import type { Answer } from "./answer"
import {
  deleteFulfillmentOrder,
  getFulfillmentOrder,
  listFulfillmentOrders,
  updateFulfillmentOrder,
} from "./fulfillment/fulfillment-api"
import {
  createTrackingEvent,
  deleteTrackingEvent,
  getTrackingEvent,
  listTrackingEvents,
  updateTrackingEvent,
} from "./fulfillment/tracking-events-api"
import { acceptInstall, authorizePage, installFromAppStore } from "./oauth/authorize"
import { answerToken } from "./oauth/token"
import type { ApiOperation, OpenOperation } from "./operation-names"
import { ORDER_ROWS } from "./orders/operations"
import { PRODUCT_ROWS } from "./products/operations"
import type { Scope } from "./scopes"
import { STORE_ROWS } from "./store/operations"
import { WEBHOOK_ROWS } from "./webhooks/operations"
import type { ApiCall, ApiVersion, OpenCall } from "./world"

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE"

/** One call of a store's API; `{name}` of the path stands for one part of it. */
export interface OperationRow {
  method: Method
  /** Below `/{version}/{storeId}`. */
  path: string
  /** @default none needed */
  scope?: Scope
  /** @default every version */
  versions?: readonly ApiVersion[]
  /** A feature that the store must have. */
  feature?: string
  /** Query parameters that are known. @default none */
  query?: readonly string[]
  /** Whether it may come without a body. @default false */
  bodyOptional?: boolean
  handle(call: ApiCall): Answer
}

const FULFILLMENT_ORDERS = "/orders/{orderId}/fulfillment-orders"
const READS_FULFILLMENT = { scope: "read_fulfillment_orders", feature: "fulfillment-orders" } as const
const WRITES_FULFILLMENT = { scope: "write_fulfillment_orders", feature: "fulfillment-orders" } as const
const ONE = `${FULFILLMENT_ORDERS}/{fulfillmentOrderId}`
const EVENTS = `${ONE}/tracking-events`

/** Every call of a store's API that the simulator knows. */
export const OPERATIONS: Readonly<Record<ApiOperation, OperationRow>> = {
  ...STORE_ROWS,
  ...ORDER_ROWS,
  ...PRODUCT_ROWS,
  ...WEBHOOK_ROWS,
  listFulfillmentOrders: {
    method: "GET",
    path: FULFILLMENT_ORDERS,
    ...READS_FULFILLMENT,
    handle: listFulfillmentOrders,
  },
  getFulfillmentOrder: { method: "GET", path: ONE, ...READS_FULFILLMENT, handle: getFulfillmentOrder },
  updateFulfillmentOrder: {
    method: "PATCH",
    path: ONE,
    ...WRITES_FULFILLMENT,
    handle: updateFulfillmentOrder,
  },
  deleteFulfillmentOrder: {
    method: "DELETE",
    path: ONE,
    ...WRITES_FULFILLMENT,
    handle: deleteFulfillmentOrder,
  },
  listTrackingEvents: { method: "GET", path: EVENTS, ...READS_FULFILLMENT, handle: listTrackingEvents },
  createTrackingEvent: { method: "POST", path: EVENTS, ...WRITES_FULFILLMENT, handle: createTrackingEvent },
  getTrackingEvent: {
    method: "GET",
    path: `${EVENTS}/{eventId}`,
    ...READS_FULFILLMENT,
    handle: getTrackingEvent,
  },
  updateTrackingEvent: {
    method: "PUT",
    path: `${EVENTS}/{eventId}`,
    ...WRITES_FULFILLMENT,
    handle: updateTrackingEvent,
  },
  deleteTrackingEvent: {
    method: "DELETE",
    path: `${EVENTS}/{eventId}`,
    ...WRITES_FULFILLMENT,
    handle: deleteTrackingEvent,
  },
}

export interface OpenRow {
  method: "GET" | "POST"
  /** From the root of the server; several where the platform has several. */
  paths: readonly string[]
  answer(call: OpenCall): Answer
}

/** What is called without an access token. */
export const OPEN_OPERATIONS: Readonly<Record<OpenOperation, OpenRow>> = {
  token: { method: "POST", paths: ["/apps/authorize/token"], answer: answerToken },
  authorize: {
    method: "GET",
    paths: ["/apps/{appId}/authorize", "/admin/apps/{appId}/authorize"],
    answer: authorizePage,
  },
  acceptInstall: { method: "POST", paths: ["/apps/{appId}/accept"], answer: acceptInstall },
  installFromAppStore: { method: "GET", paths: ["/apps/{appId}/install"], answer: installFromAppStore },
}
