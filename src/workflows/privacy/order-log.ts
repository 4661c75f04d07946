import type { IOrderModuleService } from "@medusajs/framework/types"

export type LogEntry = { id: string; orderId: string; details: Record<string, unknown> }

/** Entries of some orders' logs of changes; an edited address or e-mail stands there before and after. */
export async function logOf(orders: IOrderModuleService, orderIds: string[]): Promise<LogEntry[]> {
  const changes = await orders.listOrderChanges({ order_id: orderIds }, { relations: ["actions"] })
  return changes.flatMap((change) =>
    (change.actions ?? []).flatMap((action) =>
      action.details ? [{ id: action.id, orderId: change.order_id, details: action.details }] : [],
    ),
  )
}
