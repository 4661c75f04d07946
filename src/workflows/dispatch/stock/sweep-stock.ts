import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import type { StockChange } from "./events"
import { oweStock, type OwedStock } from "./owe-stock"
import { loadWritingAccounts } from "./stock-accounts"
import { tellOwed } from "./tell-owed"

/** Changes are looked for from this long before the last sweep: a transaction commits later than it writes, and clocks differ. */
const OVERLAP_MS = 5 * 60_000

/** What has changed since: levels, and mappings that a person or a reading changed. */
async function changedSince(
  container: MedusaContainer,
  marketplace: MarketplaceModuleService,
  accountIds: string[],
  since: Date,
): Promise<StockChange> {
  const [{ data: levels }, mappings] = await Promise.all([
    container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "inventory_level",
      fields: ["inventory_item_id"],
      filters: { updated_at: { $gt: since } },
      withDeleted: true,
    }),
    marketplace.listProductMappings(
      { account_id: accountIds, updated_at: { $gt: since } },
      { select: ["account_id", "listing_key"] },
    ),
  ])
  return {
    inventory_item_ids: [
      ...new Set(levels.map((level: { inventory_item_id: string }) => level.inventory_item_id)),
    ],
    listings: accountIds.map((account_id) => ({
      account_id,
      listing_keys: mappings.filter((one) => one.account_id === account_id).map((one) => one.listing_key),
    })),
  }
}

/**
 * Looks at all stock that has changed since the last sweep: events are lost when a process dies, and some are raised before
 * their transaction commits. An account that was never swept (its writer was just switched on) is looked at in whole.
 */
export async function sweepStock(container: MedusaContainer): Promise<OwedStock> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const ids = (await loadWritingAccounts(container)).map(({ id }) => id)
  if (!ids.length) return { owed: 0, accountIds: [] }
  const began = new Date()
  const swept = await marketplace.stockSweptUntil(ids)
  const known = ids.filter((id) => swept.has(id))
  const oldest = Math.min(...[...swept.values()].map((position) => position.getTime()))
  const change = known.length
    ? await changedSince(container, marketplace, known, new Date(oldest - OVERLAP_MS))
    : {}
  const owed = await oweStock(container, { ...change, account_ids: ids.filter((id) => !swept.has(id)) })
  await tellOwed(container, owed)
  await marketplace.sweepStockTo(ids, began)
  return owed
}
