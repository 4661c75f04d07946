import type { Language } from "../../../../connector"
import type { MarketplaceModuleService } from "../../../../modules/marketplace"
import { accountSettingsSchema } from "../../../../modules/marketplace/settings"
import type SyncCursor from "../../../../modules/marketplace/models/sync-cursor"
import type { OrderCounts } from "../../../../modules/marketplace/store/inbox-actions"
import type { Budget } from "../../../../modules/marketplace/store/quota"
import type { InferTypeOf } from "@medusajs/framework/types"
import type { AccountRow, SiteRow } from "../../../../workflows/account/load-account"
import { budgetOf } from "./budget"
import { serializeProblemOrNull } from "./problem"

type CursorRow = InferTypeOf<typeof SyncCursor>
export type AccountParts = {
  row: AccountRow
  sites: SiteRow[]
  cursors: CursorRow[]
  orders: OrderCounts
  changed: number
  lateToShip: number
  budget: Budget[]
}

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
export function serializeAccount(parts: AccountParts, language: Language) {
  const { row, sites, cursors, orders } = parts
  return {
    id: row.id,
    provider_id: row.provider_id,
    name: row.name,
    state: row.state,
    external_id: row.external_id,
    marketplace_set: row.marketplace_set,
    order_prefix: row.order_prefix,
    activated_at: row.activated_at,
    settings: accountSettingsSchema.parse(row.settings),
    problem: serializeProblemOrNull(row.problem, language),
    last_sync_at: row.last_sync_at,
    next_sync_at: row.next_sync_at,
    sites: sites.map(serializeSite),
    cursors: cursors.map(({ resource, position }) => ({ resource, position })),
    /** How many of its orders are in which state. */
    orders,
    needs_person: {
      blocked: orders.blocked ?? 0,
      review: orders.review ?? 0,
      /** Imported, and changed or canceled at the platform since. */
      changed: parts.changed,
      late_to_ship: parts.lateToShip,
    },
    /** What the platform lets us ask now, operation by operation. */
    budget: parts.budget,
    /** A process is reading it at this moment. */
    syncing: row.lease_until !== null && new Date(row.lease_until) > new Date(),
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
  const [sites, cursors, counts, changed, late, budgets] = await Promise.all([
    marketplace.listMarketplaceSites({ account_id: ids }, { order: { name: "ASC" } }),
    marketplace.listSyncCursors({ account_id: ids }),
    marketplace.countOrders(ids),
    marketplace.countChangedAfterImport(ids),
    marketplace.countLateToShip(rows.map(({ id, provider_id }) => ({ id, provider_id }))),
    marketplace.budgetsOf(ids),
  ])
  return rows.map((row) => ({
    row,
    sites: sites.filter((site) => site.account_id === row.id),
    cursors: cursors.filter((cursor) => cursor.account_id === row.id),
    orders: counts.get(row.id) ?? {},
    changed: changed.get(row.id) ?? 0,
    lateToShip: late.get(row.id) ?? 0,
    budget: budgetOf(
      budgets.get(row.id) ?? [],
      marketplace.connector(row.provider_id)?.describe().limits ?? {},
    ),
  }))
}
