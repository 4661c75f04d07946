import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { Problem } from "../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { accountSettingsSchema } from "../../modules/marketplace/settings"
import type { StockChange } from "../dispatch/stock/events"
import { stockAccountsOf, type StockAccount } from "../dispatch/stock/stock-accounts"
import { SyncEvents } from "../sync/events"
import { availableAt, levelFields } from "./available-stock"

/** Orders looked at for one change, the oldest first; what is behind them is tried again by the schedule. */
const MOST_ORDERS = 500

type ItemRow = { id: string; sku: string | null; variants?: ({ sku: string | null } | null)[] }
type Lacking = { sku: string; needed: number }

/** What blocked orders lack, by the names that a problem tells. */
const lackingOf = (problems: Problem[] | null): Lacking[] =>
  (problems ?? []).flatMap(({ code, details }) =>
    code === "stock_short" ? [{ sku: details.sku, needed: Number(details.needed) }] : [],
  )

/** The inventory items whose levels a change names. */
async function changedItems(container: MedusaContainer, change: StockChange): Promise<string[]> {
  const levelIds = change.inventory_level_ids ?? []
  const levels = levelIds.length
    ? await container
        .resolve(Modules.INVENTORY)
        .listInventoryLevels({ id: levelIds }, { select: ["inventory_item_id"] })
    : []
  return [
    ...new Set([
      ...(change.inventory_item_ids ?? []),
      ...levels.map(({ inventory_item_id }) => inventory_item_id),
    ]),
  ]
}

/** What a location has of an item now, by each name that a problem may tell the item by. */
type Shelf = { locationId: string; available: number; names: string[] }

async function shelvesOf(container: MedusaContainer, items: string[]): Promise<Shelf[]> {
  if (!items.length) return []
  const [{ data }, levels] = await Promise.all([
    container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "inventory_item",
      fields: ["id", "sku", "variants.sku"],
      filters: { id: items },
    }),
    container
      .resolve(Modules.INVENTORY)
      .listInventoryLevels({ inventory_item_id: items }, { select: levelFields }),
  ])
  const names = new Map(
    (data as ItemRow[]).map(({ id, sku, variants }) => [
      id,
      [id, sku, ...(variants ?? []).map((one) => one?.sku)].flatMap((name) => name ?? []),
    ]),
  )
  return levels.map((level) => ({
    locationId: level.location_id,
    available: availableAt(level),
    names: names.get(level.inventory_item_id) ?? [],
  }))
}

/** Where some accounts take what they sell from; those that are switched off or refused by their platform take nothing now. */
async function loadTaking(
  container: MedusaContainer,
  marketplace: MarketplaceModuleService,
  ids: string[],
): Promise<StockAccount[]> {
  const rows = await marketplace.listMarketplaceAccounts({ id: ids, state: "connected" })
  const sites = await marketplace.listMarketplaceSites({ account_id: rows.map(({ id }) => id) })
  return stockAccountsOf(
    container,
    rows.map((row) => ({
      row,
      sites: sites.filter(({ account_id }) => account_id === row.id),
      settings: accountSettingsSchema.parse(row.settings),
      marketplace,
    })),
  )
}

/**
 * Stock arrived: orders that were stopped for want of it - and edited drafts that were approved - are decided again, where their
 * account has enough in one place now. Where no order is short, a change costs one query.
 */
export async function retryShortOrders(container: MedusaContainer, change: StockChange): Promise<void> {
  if (!change.inventory_level_ids?.length && !change.inventory_item_ids?.length) return
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const short = await marketplace.listMarketplaceOrders(
    { state: ["blocked", "review"], problem_code: "stock_short" },
    { select: ["id", "account_id", "problems"], take: MOST_ORDERS, order: { placed_at: "ASC", id: "ASC" } },
  )
  if (!short.length) return
  const shelves = await shelvesOf(container, await changedItems(container, change))
  const accountIds = [...new Set(short.map(({ account_id }) => account_id))]
  for (const account of shelves.length ? await loadTaking(container, marketplace, accountIds) : []) {
    const own = shelves.filter(({ locationId }) => account.locationIds.includes(locationId))
    const isThere = ({ sku, needed }: Lacking): boolean =>
      own.some(({ names, available }) => names.includes(sku) && available >= needed)
    const ids = short
      .filter(({ account_id }) => account_id === account.id)
      .filter(({ problems }) => lackingOf(problems as Problem[] | null).some(isThere))
      .map(({ id }) => id)
    if (!ids.length) continue
    await marketplace.makeOrdersDue(account.id, { ids })
    await container
      .resolve(Modules.EVENT_BUS)
      .emit({ name: SyncEvents.ORDERS_DUE, data: { account_id: account.id, ids } })
  }
}
