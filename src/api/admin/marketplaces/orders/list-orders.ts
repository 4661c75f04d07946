import type { Language } from "../../../../connector"
import type { MarketplaceModuleService } from "../../../../modules/marketplace"
import { orderColumns, serializeOrder } from "../serializers/order"
import { orderFilters, orderSorting } from "./order-filters"
import type { ListOrdersQuery } from "./validators"

/** A page of the inbox, and how many orders there are in all. */
export async function listOrders(
  marketplace: MarketplaceModuleService,
  query: ListOrdersQuery,
  language: Language,
) {
  const { limit, offset, order } = query
  const [rows, count] = await marketplace.listAndCountMarketplaceOrders(
    await orderFilters(marketplace, query),
    {
      select: [...orderColumns],
      take: limit,
      skip: offset,
      order: orderSorting(order),
    },
  )
  const accounts = await marketplace.listMarketplaceAccounts(
    { id: [...new Set(rows.map(({ account_id }) => account_id))] },
    { select: ["id", "provider_id"] },
  )
  const open = marketplace.openStatuses(accounts)
  return { orders: rows.map((row) => serializeOrder(row, language, open)), count, limit, offset }
}
