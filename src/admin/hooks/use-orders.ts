import type { LeftOut } from "../components/orders/leave-out-reasons"
import type { OrderChanges } from "../components/orders/order-changes"
import { paceOfOrder, paceOfOrders } from "../components/orders/order-pace"
import type { Order, OrderDetails, Page } from "../lib/answers"
import type { QueryValues } from "../lib/client"
import { useAction, useAnswer } from "../lib/query"

export type OrderAction = Order["actions"][number]

/** What came of an action on many orders. An order that is not known (any more) has neither number nor state. */
export type BatchResult = {
  done: string[]
  refused: { id: string; reference: string | null; state: Order["state"] | null }[]
}

/** Orders of the inbox. Looked at again from time to time, and soon while one is about to change or while `isImporting`. */
export const useOrders = (query: QueryValues, isImporting = false) =>
  useAnswer<Page<"orders", Order>>("orders", {
    query,
    keepPrevious: true,
    refetchInterval: (answer) => paceOfOrders(answer?.orders, isImporting),
  })

/** An order with its history, its marketplace and what it became. */
export const useOrder = (id: string | null) =>
  useAnswer<{ order: OrderDetails }>(`orders/${id ?? ""}`, {
    enabled: id !== null,
    refetchInterval: (answer) => paceOfOrder(answer?.order),
  })

/** The marketplace order that a Medusa order or draft order came from; null when it did not come from a marketplace. */
export function useOrderOf(medusaOrderId: string) {
  const { data } = useAnswer<Page<"orders", Order>>("orders", {
    query: { order_id: medusaOrderId, limit: 1 },
  })
  const id = data?.orders[0]?.id ?? null
  return useOrder(id)
}

/** One action on one order; what does not allow it is an error with the reason. */
export const useActOnOrder = (id: string) =>
  useAction<{ action: OrderAction; leftOut?: LeftOut }, { order: OrderDetails }>(
    ({ action, leftOut }) => ({ path: `orders/${id}/${action}`, body: leftOut }),
    { medusaOrders: "none" },
  )

/** One action on up to MOST_CHOSEN orders; those that do not allow it are told in the answer. */
export const useActOnOrders = () =>
  useAction<{ action: OrderAction; ids: string[]; leftOut?: LeftOut }, BatchResult>(
    ({ leftOut, ...body }) => ({ path: "orders/batch", body: { ...body, ...leftOut } }),
    { medusaOrders: "none" },
  )

/** Changes what an order is sold as; `null` takes back what a person chose. */
export const useChangeOrder = (id: string) =>
  useAction<OrderChanges, { order: OrderDetails }>((body) => ({ path: `orders/${id}/review`, body }), {
    medusaOrders: "none",
  })
