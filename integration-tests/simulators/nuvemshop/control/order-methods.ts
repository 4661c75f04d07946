import { jsonText } from "../json-body"
import {
  cancelOrder,
  type CancelOptions,
  editOrder,
  payOrder,
  refundOrder,
  touchOrder,
  voidOrder,
} from "../orders/change-order"
import { type Order, orderAmounts } from "../orders/order"
import { placeOrder } from "../orders/place-order"
import type { PlaceOrderOptions } from "../orders/place-order-options"
import { shownOrderId } from "../orders/shown-ids"
import { shipOrder, type ShipOptions } from "../orders/ship-order"
import type { World } from "../world"

/** The part of a simulator that is about orders. */
export function orderMethods(world: World) {
  const orderOf = (id: number): Order => world.storeOfOrder(id).order(id)
  return {
    placeOrder: (order: PlaceOrderOptions) => placeOrder(world, order),
    addOrders: (orders: readonly PlaceOrderOptions[], storeId?: number) =>
      orders.map((order) => placeOrder(world, { storeId, ...order, silent: true })),
    order: orderOf,
    orderIds: (storeId?: number) => [...world.store(storeId).orders.keys()],
    shownOrderId: (orderId: number) => jsonText(shownOrderId(orderId, world.switches.orderIds)),
    amounts: (orderId: number) => orderAmounts(orderOf(orderId)),
    payOrder: (orderId: number) => payOrder(world, orderOf(orderId)),
    cancelOrder: (orderId: number, options?: CancelOptions) => cancelOrder(world, orderOf(orderId), options),
    refundOrder: (orderId: number, amount?: string | number) => refundOrder(world, orderOf(orderId), amount),
    voidOrder: (orderId: number) => voidOrder(world, orderOf(orderId)),
    editOrder: (orderId: number, edit: Parameters<typeof editOrder>[2]) =>
      editOrder(world, orderOf(orderId), edit),
    shipOrder: (orderId: number, options?: ShipOptions) => shipOrder(world, orderOf(orderId), options),
    touchOrder: (orderId: number) =>
      touchOrder(world, world.storeOfOrder(orderId), orderOf(orderId), { what: "touched", cause: "control" }),
    showOrderAs: (orderId: number, fields: Record<string, unknown>) => {
      orderOf(orderId).shownAs = fields
    },
  }
}
