import type { IOrderModuleService } from "@medusajs/framework/types"
import type { Decision } from "./batch"

export type ExistingOrder = {
  id: string
  custom_display_id?: string | null
  is_draft_order?: boolean
  version: number
}

/** The Medusa orders that stand there for some decisions, by inbox row: found by display id, or by the id they would get. */
export async function findExistingOrders(
  orders: IOrderModuleService,
  decisions: Decision[],
): Promise<Map<string, ExistingOrder>> {
  // The filter's published type does not name the display id.
  const either: { id?: string[]; custom_display_id?: string[] }[] = [
    { id: decisions.map(({ orderId }) => orderId) },
    { custom_display_id: decisions.map(({ displayId }) => displayId) },
  ]
  const found: ExistingOrder[] = await orders.listOrders(
    { $or: either },
    { select: ["id", "custom_display_id", "is_draft_order", "version"] },
  )
  const byId = new Map(found.map((order) => [order.id, order]))
  const byDisplayId = new Map(found.map((order) => [order.custom_display_id, order]))
  return new Map(
    decisions.flatMap((decision) => {
      const order = byDisplayId.get(decision.displayId) ?? byId.get(decision.orderId)
      return order ? [[decision.id, order] as const] : []
    }),
  )
}
