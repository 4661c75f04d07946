import type { Language } from "../../../../connector"
import type { MarketplaceModuleService } from "../../../../modules/marketplace"
import { accountSettingsSchema } from "../../../../modules/marketplace/settings"
import type SyncCursor from "../../../../modules/marketplace/models/sync-cursor"
import type { OrderCounts } from "../../../../modules/marketplace/store/inbox-actions"
import type { DispatchCounts } from "../../../../modules/marketplace/store/dispatches/count"
import type { Budget } from "../../../../modules/marketplace/store/quota"
import { writerState, type WriterKind, type Writers } from "../../../../modules/marketplace/writers"
import type { InferTypeOf } from "@medusajs/framework/types"
import type { AccountRow, SiteRow } from "../../../../workflows/account/load-account"
import type { AccountProfile } from "../../../../workflows/account/rules/profile"
import { noticesState } from "../../../../workflows/notices/rules/notices-state"
import type { RegisteredWebhooks } from "../../../../workflows/webhooks/register-webhooks"
import { budgetOf } from "./budget"
import { serializeCursor } from "./cursor"
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
  dispatches: DispatchCounts | undefined
  installation: string
  activationCounts: "placed" | "paid"
}

/** What the column `stock_brake` holds while the brake does. */
type StockBrake = { zeroed: number; raised: number; listings: number; at: string }

/** Since when the platform calls us about the account, and why it does not; null = it was never asked to. */
function serializeWebhooks(held: RegisteredWebhooks | null, language: Language) {
  return held && { registered_at: held.at, problem: serializeProblemOrNull(held.problem, language) }
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

/** How a writer stands here, and who switched it on. */
function serializeWriter({ row, installation }: AccountParts, kind: WriterKind) {
  const writer = (row.writers as Writers | null)?.[kind]
  return {
    state: writerState(row.writers, kind, installation),
    by: writer?.by ?? null,
    at: writer?.at ?? null,
  }
}

/** An account as it is shown; credentials and leases are not among what is named here. */
export function serializeAccount(parts: AccountParts, language: Language) {
  const { row, sites, cursors, orders, dispatches } = parts
  return {
    id: row.id,
    provider_id: row.provider_id,
    name: row.name,
    state: row.state,
    external_id: row.external_id,
    /** What the platform tells of the store; null until it is verified again. */
    profile: row.profile as AccountProfile | null,
    marketplace_set: row.marketplace_set,
    order_prefix: row.order_prefix,
    activated_at: row.activated_at,
    /** Which instant of an order is held against that. */
    activation_counts: parts.activationCounts,
    settings: accountSettingsSchema.parse(row.settings),
    problem: serializeProblemOrNull(row.problem, language),
    last_sync_at: row.last_sync_at,
    next_sync_at: row.next_sync_at,
    sites: sites.map(serializeSite),
    cursors: cursors.map((cursor) => serializeCursor(cursor, language)),
    /** How many of its orders are in which state. */
    orders,
    needs_person: {
      blocked: orders.blocked ?? 0,
      review: orders.review ?? 0,
      /** Imported, and changed or canceled at the platform since. */
      changed: parts.changed,
      late_to_ship: parts.lateToShip,
      /** Rejected, or hindered by something that a person has to settle. */
      shipments: dispatches?.shipments.needsPerson ?? 0,
      /** The same of stock levels; a brake that holds is one more. */
      stock: (dispatches?.stock.needsPerson ?? 0) + (row.stock_brake ? 1 : 0),
    },
    /** What may be written to the platform from here. */
    writers: { shipments: serializeWriter(parts, "shipments"), stock: serializeWriter(parts, "stock") },
    /** How much is to be sent, or on its way. */
    owed: { shipments: dispatches?.shipments.owed ?? 0, stock: dispatches?.stock.owed ?? 0 },
    stock_brake: row.stock_brake as StockBrake | null,
    notices_since: row.notices_since,
    /** Whether changed orders are told at once; `copied`: they are, to the installation that this one is a copy of. */
    notices_state: noticesState(row, parts.installation),
    webhooks: serializeWebhooks(row.webhooks as RegisteredWebhooks | null, language),
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
  const [sites, cursors, counts, changed, late, budgets, dispatches, installation] = await Promise.all([
    marketplace.listMarketplaceSites({ account_id: ids }, { order: { name: "ASC" } }),
    marketplace.listSyncCursors({ account_id: ids }),
    marketplace.countOrders(ids),
    marketplace.countChangedAfterImport(ids),
    marketplace.countLateToShip(rows.map(({ id, provider_id }) => ({ id, provider_id }))),
    marketplace.budgetsOf(ids),
    marketplace.countDispatches(ids),
    marketplace.installation(),
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
    dispatches: dispatches.get(row.id),
    installation,
    activationCounts: marketplace.connector(row.provider_id)?.orders?.countsFrom ?? "placed",
  }))
}
