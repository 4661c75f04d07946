import type { MarketplaceModuleService } from "../../../../modules/marketplace"
import { failingCodes } from "../../../../modules/marketplace/dispatch-actions"
import { containing } from "../orders/order-filters"
import type { ListDispatchesQuery } from "./validators"

/** Orders that a typed part of a number can mean; who types less than that many have in common types more. */
const MOST_ORDERS = 1000

/** Packages of the orders whose number holds a part that a person typed, and levels of the listings whose key does. */
async function namedBy(marketplace: MarketplaceModuleService, { account_id, q }: ListDispatchesQuery) {
  if (!q) return []
  const orders = await marketplace.listMarketplaceOrders(
    { $or: [{ reference: containing(q) }, { number: containing(q) }], ...(account_id ? { account_id } : {}) },
    { select: ["id"], take: MOST_ORDERS, order: { placed_at: "DESC" } },
  )
  const ofListing = { kind: "stock" as const, subject: containing(q) }
  return [{ $or: [{ marketplace_order_id: orders.map(({ id }) => id) }, ofListing] }]
}

/** The accounts page counts by the same rule. */
const needsPerson = {
  $or: [{ state: "rejected" as const }, { state: "owed" as const, problem_code: failingCodes }],
}

/** The database's filters of a list of dispatches. */
export async function dispatchFilters(marketplace: MarketplaceModuleService, query: ListDispatchesQuery) {
  const { account_id, kind, state, problem_code, order_id, marketplace_order_id, fulfillment_id } = query
  const all = [...(query.needs_person ? [needsPerson] : []), ...(await namedBy(marketplace, query))]
  return {
    ...(account_id ? { account_id } : {}),
    ...(kind ? { kind } : {}),
    ...(state ? { state } : {}),
    ...(problem_code ? { problem_code } : {}),
    ...(order_id ? { order_id } : {}),
    ...(marketplace_order_id ? { marketplace_order_id } : {}),
    ...(fulfillment_id ? { fulfillment_id } : {}),
    ...(all.length ? { $and: all } : {}),
  }
}

/** The database's order of a list; the id keeps rows of one instant in a fixed order from page to page. */
export function dispatchSorting(order: ListDispatchesQuery["order"]): Record<string, "ASC" | "DESC"> {
  const direction = order.startsWith("-") ? "DESC" : "ASC"
  return { [order.replace(/^-/, "")]: direction, id: direction }
}
