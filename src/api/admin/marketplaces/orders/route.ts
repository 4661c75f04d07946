import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../modules/marketplace"
import { orderColumns, serializeOrder } from "../serializers/order"
import { languageOf } from "../validation/language"
import { orderFilters, orderSorting } from "./order-filters"
import type { ListOrdersQuery } from "./validators"

/** The inbox. */
export const GET = async (
  req: AuthenticatedMedusaRequest<unknown, ListOrdersQuery>,
  res: MedusaResponse,
): Promise<void> => {
  const marketplace = req.scope.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const { limit, offset, order } = req.validatedQuery
  const [rows, count] = await marketplace.listAndCountMarketplaceOrders(orderFilters(req.validatedQuery), {
    select: [...orderColumns],
    take: limit,
    skip: offset,
    order: orderSorting(order),
  })
  res.json({ orders: rows.map((row) => serializeOrder(row, languageOf(req))), count, limit, offset })
}
