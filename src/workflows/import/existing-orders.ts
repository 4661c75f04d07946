import type { IOrderModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { displayIdOf, type LoadedAccount } from "../account/load-account"
import type { Decision } from "./batch"
import { orderIdOf } from "./rules/stable-id"

export type ExistingOrder = {
  id: string
  custom_display_id?: string | null
  is_draft_order?: boolean
  version: number
  status: string
}

/** The Medusa orders that stand there for some decisions, by inbox row: found by display id, or by the id they would get. */
export async function findExistingOrders(
  orders: IOrderModuleService,
  decisions: Pick<Decision, "id" | "orderId" | "displayId">[],
): Promise<Map<string, ExistingOrder>> {
  // The filter's published type does not name the display id.
  const either: { id?: string[]; custom_display_id?: string[] }[] = [
    { id: decisions.map(({ orderId }) => orderId) },
    { custom_display_id: decisions.map(({ displayId }) => displayId) },
  ]
  const found: ExistingOrder[] = await orders.listOrders(
    { $or: either },
    { select: ["id", "custom_display_id", "is_draft_order", "version", "status"] },
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

/**
 * References of orders that stand in Medusa, made by an attempt that died before it could say so: their goods are theirs already.
 * Asked where an account stops orders for which there is too little stock, by one query.
 */
export async function loadMade(
  container: MedusaContainer,
  { row, settings }: Pick<LoadedAccount, "row" | "settings">,
  inbox: { id: string; reference: string }[],
): Promise<ReadonlySet<string>> {
  if (settings.stock_policy !== "block" || !inbox.length) return new Set()
  const sought = inbox.map(({ id, reference }) => {
    const displayId = displayIdOf(row.order_prefix, reference)
    return { id, reference, displayId, orderId: orderIdOf(id) }
  })
  const existing = await findExistingOrders(container.resolve(Modules.ORDER), sought)
  return new Set(sought.filter(({ id }) => isMade(existing.get(id))).map(({ reference }) => reference))
}

/** True of an order, false of a draft that waits. */
export const isMade = (order: ExistingOrder | undefined): boolean =>
  order !== undefined && !order.is_draft_order
