import { generateOrders, type GenerateOrdersOptions } from "../generator"
import { cancelOrder, editOrder, payOrder, refundOrder, touchOrder, voidOrder } from "../orders/change-order"
import { decimal } from "../money"
import { type Order, orderAmounts } from "../orders/order"
import { placeOrder } from "../orders/place-order"
import type { PlaceOrderOptions } from "../orders/place-order-options"
import { shipOrder } from "../orders/ship-order"
import { orderView } from "../orders/view"
import { grantedScopes } from "../scopes"
import type { World } from "../world"
import { type Control, type ControlInput, recordOf, refuse, storeIdOf } from "./control"

/** What a test process needs of an order it placed. */
export function orderSummary(world: World, order: Order): Record<string, unknown> {
  const store = world.storeOfOrder(order.id)
  return {
    id: order.id,
    number: order.number,
    total: decimal(orderAmounts(order).total),
    fulfillmentOrderIds: order.fulfillmentOrders.map(({ id }) => id),
    order: orderView(store, order, {
      version: "2025-03",
      granted: grantedScopes(["read_orders", "read_customers"]),
      aggregated: true,
      switches: world.switches,
    }),
  }
}

export const ORDER_CONTROLS: Readonly<Record<string, Control>> = {
  "GET orders": (world, input) => {
    const { id } = input
    if (id !== undefined) return orderSummary(world, orderOf(world, id))
    const orders = [...world.store(storeIdOf(input)).orders.values()]
    return {
      orders: orders.map(({ id: orderId, number, status, paymentStatus }) => ({
        id: orderId,
        number,
        status,
        paymentStatus,
      })),
    }
  },
  "POST orders": (world, { id, action, body }) =>
    id === undefined ? addOrders(world, recordOf(body)) : changeOrder(world, id, { action, body }),
}

function addOrders(world: World, body: Record<string, unknown>): unknown {
  const storeId = typeof body.storeId === "number" ? body.storeId : undefined
  if (body.generate !== undefined) {
    const { orders, expected } = generateOrders(generateOptions(recordOf(body.generate)))
    for (const order of orders) placeOrder(world, { ...order, storeId })
    return { orderIds: orders.map((order) => order.id), expected }
  }
  const given = Array.isArray(body.orders) ? body.orders : [body]
  if (!given.every(isPlaceOrder)) return refuse("Each order needs lines.")
  const placed = given.map((order) => placeOrder(world, { storeId, ...order }))
  return { orders: placed.map((order) => orderSummary(world, order)) }
}

function generateOptions(body: Record<string, unknown>): GenerateOrdersOptions {
  const { seed = 1, count = 10, from, to, ...rest } = body
  if (typeof from !== "string" || typeof to !== "string") return refuse("from and to are needed.")
  return { ...rest, seed: String(seed), count: Number(count), from, to }
}

const CHANGES: Readonly<
  Record<string, (world: World, order: Order, body: Record<string, unknown>) => Order>
> = {
  pay: (world, order) => payOrder(world, order),
  cancel: (world, order, body) => cancelOrder(world, order, body),
  refund: (world, order, { amount }) => refundOrder(world, order, amount as string | undefined),
  void: (world, order) => voidOrder(world, order),
  edit: (world, order, body) => editOrder(world, order, body),
  ship: (world, order, body) => shipOrder(world, order, body),
  touch: (world, order) =>
    touchOrder(world, world.storeOfOrder(order.id), order, { what: "touched", cause: "control" }),
  show: (_world, order, body) => Object.assign(order, { shownAs: body }),
}

function changeOrder(
  world: World,
  id: string,
  { action, body }: Pick<ControlInput, "action" | "body">,
): unknown {
  const change = CHANGES[action ?? ""]
  return change ? orderSummary(world, change(world, orderOf(world, id), recordOf(body))) : undefined
}

function orderOf(world: World, id: string): Order {
  return world.storeOfOrder(Number(id)).order(Number(id))
}

function isPlaceOrder(value: unknown): value is PlaceOrderOptions {
  return typeof value === "object" && value !== null && "lines" in value && Array.isArray(value.lines)
}
