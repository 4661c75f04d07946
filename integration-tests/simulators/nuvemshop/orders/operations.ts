import type { OperationRow } from "../operations"
import {
  cancelOrder,
  closeOrder,
  emptyHistory,
  getOrder,
  listOrders,
  listTransactions,
  openOrder,
  ORDER_LIST_PARAMETERS,
  ORDER_PARAMETERS,
  updateOrder,
} from "./orders-api"
import { fulfillOrder, packOrder } from "./v1-actions"

type OrderOperation =
  | "listOrders"
  | "getOrder"
  | "updateOrder"
  | "closeOrder"
  | "openOrder"
  | "cancelOrder"
  | "packOrder"
  | "fulfillOrder"
  | "listTransactions"
  | "listOrderValues"
  | "listOrderEditions"
  | "listOrderSubscriptions"

const ONE = "/orders/{orderId}"
const reads = { method: "GET", scope: "read_orders" } as const
const acts = { method: "POST", scope: "write_orders", bodyOptional: true } as const

export const ORDER_ROWS: Readonly<Record<OrderOperation, OperationRow>> = {
  listOrders: { ...reads, path: "/orders", query: ORDER_LIST_PARAMETERS, handle: listOrders },
  getOrder: { ...reads, path: ONE, query: ORDER_PARAMETERS, handle: getOrder },
  updateOrder: { method: "PUT", scope: "write_orders", path: ONE, handle: updateOrder },
  closeOrder: { ...acts, path: `${ONE}/close`, handle: closeOrder },
  openOrder: { ...acts, path: `${ONE}/open`, handle: openOrder },
  cancelOrder: { ...acts, path: `${ONE}/cancel`, handle: cancelOrder },
  packOrder: { ...acts, path: `${ONE}/pack`, versions: ["v1"], handle: packOrder },
  fulfillOrder: { ...acts, path: `${ONE}/fulfill`, versions: ["v1"], handle: fulfillOrder },
  listTransactions: { ...reads, path: `${ONE}/transactions`, handle: listTransactions },
  listOrderValues: { ...reads, path: `${ONE}/history/values`, handle: emptyHistory },
  listOrderSubscriptions: { ...reads, path: `${ONE}/subscriptions`, handle: emptyHistory },
  listOrderEditions: { ...reads, path: `${ONE}/history/editions`, handle: emptyHistory },
}
