import type { ListOrdersQuery } from "./validators"

/** `%` and `_` of what a person typed stand for themselves. */
export const containing = (text: string): { $ilike: string } => ({
  $ilike: `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`,
})

/** The database's filters of a list of orders. */
export function orderFilters(query: ListOrdersQuery) {
  const { account_id, state, problem_code, marketplace, placed_from, placed_to, q } = query
  return {
    ...(account_id ? { account_id } : {}),
    ...(state ? { state } : {}),
    ...(problem_code ? { problem_code } : {}),
    ...(marketplace ? { marketplace } : {}),
    ...(placed_from || placed_to
      ? {
          placed_at: {
            ...(placed_from ? { $gte: new Date(placed_from) } : {}),
            ...(placed_to ? { $lt: new Date(placed_to) } : {}),
          },
        }
      : {}),
    ...(q ? { reference: containing(q) } : {}),
  }
}

/** The database's order of a list; the id keeps rows of one instant in a fixed order from page to page. */
export function orderSorting(order: ListOrdersQuery["order"]): Record<string, "ASC" | "DESC"> {
  const direction = order.startsWith("-") ? "DESC" : "ASC"
  return { [order.replace(/^-/, "")]: direction, id: direction }
}
