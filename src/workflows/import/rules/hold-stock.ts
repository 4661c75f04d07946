import type { ChannelOrder } from "../../../connector"
import type { DecideContext } from "./context"
import { locationOf, planLine } from "./plan-order"
import type { StockHold, StockNeed } from "./verdict"

/** What several lines take of the same inventory item, added up. */
export function addedUp(needs: StockNeed[]): StockNeed[] {
  const byItem = new Map<string, StockNeed>()
  for (const need of needs) {
    const known = byItem.get(need.inventoryItemId)
    byItem.set(need.inventoryItemId, { ...need, quantity: need.quantity + (known?.quantity ?? 0) })
  }
  return [...byItem.values()].filter(({ quantity }) => quantity > 0)
}

/**
 * The goods of an order that is sold and not in Medusa yet, where the account wants them kept: the platform has lowered its own
 * stock for it, so that a level which does not count it would offer the goods a second time. Null = nothing is kept: the
 * setting is off, the platform sends the goods itself, or none of the listings is managed here.
 */
export function holdOf(order: ChannelOrder, context: DecideContext): StockHold | null {
  const { settings, sites } = context.account
  const site = sites.find((candidate) => candidate.externalId === order.marketplace)
  if (!settings.reserve_waiting_orders || !site || order.fulfilledBy !== "merchant") return null
  const locationId = locationOf(order, site, context)
  const lines = order.lines.filter((line) => line.quantity > 0)
  const needs = addedUp(lines.flatMap((line) => planLine(order, line, context).line.needs))
  return locationId && needs.length ? { locationId, needs } : null
}
