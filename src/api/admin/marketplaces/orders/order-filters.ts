import type { MarketplaceModuleService } from "../../../../modules/marketplace"
import type { ListOrdersQuery } from "./validators"

/**
 * What holds a part that a person typed; `%` and `_` stand for themselves. Capitals matter to nobody, but only letters have
 * them: numbers, which most references are, are compared as they stand, which takes a third less time.
 */
export function containing(text: string): { $ilike: string } | { $like: string } {
  const pattern = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return text.toLowerCase() === text.toUpperCase() ? { $like: pattern } : { $ilike: pattern }
}

const notToShip = ["canceled", "ignored"] as const

/** What the merchant should have sent by now and has not; the accounts page counts by the same rule. */
async function lateToShip(marketplace: MarketplaceModuleService, { account_id }: ListOrdersQuery) {
  const accounts = await marketplace.listMarketplaceAccounts(account_id ? { id: account_id } : {}, {
    select: ["id", "provider_id"],
  })
  const open = marketplace.openStatuses(accounts)
  return {
    fulfilled_by: "merchant" as const,
    ship_by: { $lt: new Date() },
    state: { $nin: [...notToShip] },
    ...(open.length ? { $or: open } : { id: [] }),
  }
}

/** The database's filters of a list of orders. */
export async function orderFilters(marketplace: MarketplaceModuleService, query: ListOrdersQuery) {
  const {
    account_id,
    order_id,
    run_id,
    state,
    problem_code,
    marketplace: site,
    placed_from,
    placed_to,
    q,
  } = query
  return {
    ...(account_id ? { account_id } : {}),
    ...(order_id ? { order_id } : {}),
    ...(run_id ? { run_id } : {}),
    ...(state ? { state } : {}),
    ...(problem_code ? { problem_code } : {}),
    ...(site ? { marketplace: site } : {}),
    ...(placed_from || placed_to
      ? {
          placed_at: {
            ...(placed_from ? { $gte: new Date(placed_from) } : {}),
            ...(placed_to ? { $lt: new Date(placed_to) } : {}),
          },
        }
      : {}),
    ...(q ? { $or: [{ reference: containing(q) }, { number: containing(q) }] } : {}),
    ...(query.late_to_ship ? { $and: [await lateToShip(marketplace, query)] } : {}),
  }
}

/** The database's order of a list; the id keeps rows of one instant in a fixed order from page to page. */
export function orderSorting(order: ListOrdersQuery["order"]): Record<string, "ASC" | "DESC"> {
  const direction = order.startsWith("-") ? "DESC" : "ASC"
  return { [order.replace(/^-/, "")]: direction, id: direction }
}
