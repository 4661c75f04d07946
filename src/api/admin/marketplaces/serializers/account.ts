import type { Language } from "../../../../connector"
import type { MarketplaceModuleService } from "../../../../modules/marketplace"
import type SyncCursor from "../../../../modules/marketplace/models/sync-cursor"
import type { OrderCounts } from "../../../../modules/marketplace/store/inbox-actions"
import type { InferTypeOf } from "@medusajs/framework/types"
import type { AccountRow, SiteRow } from "../../../../workflows/account/load-account"
import { serializeProblemOrNull } from "./problem"

type CursorRow = InferTypeOf<typeof SyncCursor>
export type AccountParts = { row: AccountRow; sites: SiteRow[]; cursors: CursorRow[]; orders: OrderCounts }

export function serializeSite(site: SiteRow) {
  return {
    external_id: site.external_id,
    name: site.name,
    country: site.country,
    currency: site.currency,
    enabled: site.enabled,
    sales_channel_id: site.sales_channel_id,
    region_id: site.region_id,
    stock_location_id: site.stock_location_id,
    platform_location_id: site.platform_location_id,
    team: site.team,
  }
}

/** An account as it is shown; credentials and leases are not among what is named here. */
export function serializeAccount({ row, sites, cursors, orders }: AccountParts, language: Language) {
  return {
    id: row.id,
    provider_id: row.provider_id,
    name: row.name,
    state: row.state,
    external_id: row.external_id,
    marketplace_set: row.marketplace_set,
    order_prefix: row.order_prefix,
    activated_at: row.activated_at,
    settings: row.settings,
    problem: serializeProblemOrNull(row.problem, language),
    last_sync_at: row.last_sync_at,
    next_sync_at: row.next_sync_at,
    sites: sites.map(serializeSite),
    cursors: cursors.map(({ resource, position }) => ({ resource, position })),
    /** How many of its orders are in which state. */
    orders,
    created_at: row.created_at,
    updated_at: row.updated_at,
  }
}

/** What belongs to some accounts, by one query each whatever their number. */
export async function gatherAccounts(
  marketplace: MarketplaceModuleService,
  rows: AccountRow[],
): Promise<AccountParts[]> {
  const ids = rows.map(({ id }) => id)
  if (!ids.length) return []
  const [sites, cursors, counts] = await Promise.all([
    marketplace.listMarketplaceSites({ account_id: ids }, { order: { name: "ASC" } }),
    marketplace.listSyncCursors({ account_id: ids }),
    marketplace.countOrders(ids),
  ])
  return rows.map((row) => ({
    row,
    sites: sites.filter((site) => site.account_id === row.id),
    cursors: cursors.filter((cursor) => cursor.account_id === row.id),
    orders: counts.get(row.id) ?? {},
  }))
}
