import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, OrderChangeStatus } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"

/** The orders in review whose drafts some confirmed changes belong to; changes of other orders are none of our business. */
export async function ordersOfChanges(container: MedusaContainer, changeIds: string[]): Promise<string[]> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const changes = await container
    .resolve(Modules.ORDER)
    .listOrderChanges({ id: changeIds, status: OrderChangeStatus.CONFIRMED }, { select: ["id", "order_id"] })
  if (!changes.length) return []
  const rows = await marketplace.listMarketplaceOrders(
    { order_id: changes.map(({ order_id }) => order_id), state: "review" },
    { select: ["order_id"] },
  )
  return rows.flatMap(({ order_id }) => order_id ?? [])
}
