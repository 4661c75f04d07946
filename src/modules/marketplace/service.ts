import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import type { Connector, RateLimit } from "../../connector"
import { CONNECTOR_IDS, CONNECTOR_PREFIX } from "./loaders/connectors"
import AuthorizationRequest from "./models/authorization-request"
import HistoryEntry from "./models/history-entry"
import MarketplaceAccount from "./models/marketplace-account"
import MarketplaceOrder from "./models/marketplace-order"
import MarketplaceRun from "./models/marketplace-run"
import MarketplaceSite from "./models/marketplace-site"
import ProductMapping from "./models/product-mapping"
import Quota from "./models/quota"
import StockMovement from "./models/stock-movement"
import SyncCursor from "./models/sync-cursor"
import { resolveOptions, type MarketplaceOptions, type ResolvedOptions } from "./options"
import { credentialsPurpose, Sealer } from "./sealer"
import * as authorizations from "./store/authorizations"
import * as cursors from "./store/cursor"
import { appendHistory, type HistoryLine } from "./store/history"
import * as inbox from "./store/inbox"
import * as leases from "./store/lease"
import * as mappings from "./store/mappings"
import * as quotas from "./store/quota"
import { resealBatch } from "./store/reseal"
import { closeInterruptedRuns, countRun, type RunCounts } from "./store/runs"
import { sqlOf } from "./store/sql"

type Sharing = Context<EntityManager>

/** The page could not be stored because the lease was lost or a person moved the cursor; nothing of it was written. */
export class CursorLost extends Error {}

/** The module's tables and what may be done with them. Knows connectors by the port only, and no platform. */
class MarketplaceModuleService extends MedusaService({
  AuthorizationRequest,
  HistoryEntry,
  MarketplaceAccount,
  MarketplaceOrder,
  MarketplaceRun,
  MarketplaceSite,
  ProductMapping,
  Quota,
  StockMovement,
  SyncCursor,
}) {
  readonly options: ResolvedOptions
  readonly sealer: Sealer
  private readonly registered: Record<string, unknown>

  constructor(container: Record<string, unknown>, options?: Partial<MarketplaceOptions>) {
    super(container, options)
    this.registered = container
    this.options = resolveOptions(options)
    this.sealer = new Sealer(this.options.keys)
  }

  /** Ids of the connectors that the host configured. */
  connectorIds(): string[] {
    return (this.registered[CONNECTOR_IDS] as (string | undefined)[]).filter((id): id is string => id !== undefined)
  }

  /** The connector of that id, or undefined when the host does not configure it (any more). */
  connector(id: string): Connector | undefined {
    return this.connectorIds().includes(id) ? (this.registered[CONNECTOR_PREFIX + id] as Connector) : undefined
  }

  /** The account's credentials, opened. Never log, never return from a route. */
  openCredentials(account: { id: string; sealed_credentials: string }): Record<string, unknown> {
    return this.sealer.open(account.sealed_credentials, credentialsPurpose(account.id)) as Record<string, unknown>
  }

  sealCredentials(accountId: string, credentials: Record<string, unknown>): string {
    return this.sealer.seal(credentials, credentialsPurpose(accountId))
  }

  @InjectManager()
  async takeLease(table: leases.LeasedTable, id: string, @MedusaContext() shared: Sharing = {}) {
    return leases.takeLease(sqlOf(shared), table, id, this.options.leaseSeconds)
  }

  @InjectManager()
  async renewLease(table: leases.LeasedTable, lease: leases.Lease, @MedusaContext() shared: Sharing = {}) {
    return leases.renewLease(sqlOf(shared), table, lease, this.options.leaseSeconds)
  }

  @InjectManager()
  async releaseLease(table: leases.LeasedTable, lease: leases.Lease, @MedusaContext() shared: Sharing = {}) {
    return leases.releaseLease(sqlOf(shared), table, lease)
  }

  @InjectManager()
  async takeDueAccounts(limit: number, @MedusaContext() shared: Sharing = {}) {
    return leases.takeDueAccounts(sqlOf(shared), this.options.leaseSeconds, limit)
  }

  @InjectManager()
  async takeDueRuns(limit: number, @MedusaContext() shared: Sharing = {}) {
    return leases.takeDueRuns(sqlOf(shared), this.options.leaseSeconds, limit)
  }

  /** Milliseconds to wait until a call may be made; 0 = it is spent and may be made now. */
  @InjectManager()
  async spendQuota(accountId: string, operation: string, limit: RateLimit, @MedusaContext() shared: Sharing = {}) {
    const sql = sqlOf(shared)
    const wait = await quotas.spendQuota(sql, accountId, operation)
    if (wait !== undefined) return wait
    await quotas.ensureQuota(sql, accountId, operation, limit)
    return (await quotas.spendQuota(sql, accountId, operation)) ?? 1000
  }

  @InjectManager()
  async observeRate(accountId: string, operation: string, rate: number, @MedusaContext() shared: Sharing = {}) {
    await quotas.observeRate(sqlOf(shared), accountId, operation, rate)
  }

  @InjectManager()
  async exhaustQuota(accountId: string, operation: string, @MedusaContext() shared: Sharing = {}) {
    return quotas.exhaustQuota(sqlOf(shared), accountId, operation)
  }

  @InjectManager()
  async createCursor(accountId: string, resource: string, position: Date, @MedusaContext() shared: Sharing = {}) {
    await cursors.createCursor(sqlOf(shared), accountId, resource, position)
  }

  @InjectManager()
  async openWindow(input: Parameters<typeof cursors.openWindow>[1], @MedusaContext() shared: Sharing = {}) {
    return cursors.openWindow(sqlOf(shared), input)
  }

  @InjectManager()
  async restartWindow(accountId: string, resource: string, @MedusaContext() shared: Sharing = {}) {
    await cursors.restartWindow(sqlOf(shared), accountId, resource)
  }

  /** Puts the cursor where a named person wants it, and says so in the history. */
  @InjectTransactionManager()
  async moveCursor(input: Parameters<typeof cursors.moveCursor>[1], @MedusaContext() shared: Sharing = {}) {
    const sql = sqlOf(shared)
    const moved = await cursors.moveCursor(sql, input)
    if (moved) {
      const details = { resource: input.resource, position: input.position.toISOString() }
      await appendHistory(sql, [accountLine(input.accountId, "cursor_moved", details, input.movedBy)])
    }
    return moved
  }

  /**
   * READ's one transaction: the page's orders, their history and the cursor, or nothing of it.
   * @throws CursorLost
   */
  @InjectTransactionManager()
  async storeSyncPage(
    input: Omit<Parameters<typeof cursors.advanceCursor>[1], "resource"> & { orders: inbox.StagedOrder[]; runId: string },
    @MedusaContext() shared: Sharing = {},
  ) {
    const sql = sqlOf(shared)
    const staged = await inbox.stageOrders(sql, input.lease.id, input.orders, { runId: input.runId })
    await appendHistory(sql, seenLines(input.lease.id, staged, "schedule"))
    if (!(await cursors.advanceCursor(sql, { ...input, resource: "orders" }))) throw new CursorLost()
    return staged
  }

  /**
   * The same for a run a person asked for: the page's orders, their history and how far the run has read.
   * @throws CursorLost when another worker has taken the run over.
   */
  @InjectTransactionManager()
  async storeRunPage(
    input: {
      accountId: string
      run: leases.Lease
      requestedBy: string
      orders: inbox.StagedOrder[]
      progress: { windowFrom: Date | null; pageToken: string | null; readComplete: boolean }
    },
    @MedusaContext() shared: Sharing = {},
  ) {
    const sql = sqlOf(shared)
    const options = { requestedBy: input.requestedBy, runId: input.run.id }
    const staged = await inbox.stageOrders(sql, input.accountId, input.orders, options)
    await appendHistory(sql, seenLines(input.accountId, staged, "person", input.requestedBy))
    const moved = await sql(
      `UPDATE marketplace_run SET window_from = ?, page_token = ?, read_complete = ? WHERE id = ? AND lease_token = ?
       RETURNING id`,
      [
        input.progress.windowFrom,
        input.progress.pageToken,
        input.progress.readComplete,
        input.run.id,
        input.run.token,
      ],
    )
    if (!moved.length) throw new CursorLost()
    return staged
  }

  @InjectTransactionManager()
  async claimDueOrders(
    input: Omit<Parameters<typeof inbox.claimDueOrders>[1], "seconds">,
    @MedusaContext() shared: Sharing = {},
  ) {
    return inbox.claimDueOrders(sqlOf(shared), { ...input, seconds: this.options.leaseSeconds })
  }

  @InjectManager()
  async freeOrders(token: string, @MedusaContext() shared: Sharing = {}) {
    await inbox.freeOrders(sqlOf(shared), token)
  }

  /** Writes what became of claimed orders together with its history; lines of orders that were no longer ours are left out. */
  @InjectTransactionManager()
  async settleOrders(
    token: string,
    settlements: inbox.Settlement[],
    lines: HistoryLine[],
    @MedusaContext() shared: Sharing = {},
  ) {
    const sql = sqlOf(shared)
    const settled = await inbox.settleOrders(sql, token, settlements)
    const ours = new Set(settled)
    await appendHistory(sql, lines.filter((line) => ours.has(line.subjectId)))
    return settled
  }

  @InjectManager()
  async makeOrdersDue(accountId: string, which: Parameters<typeof inbox.makeDue>[2], @MedusaContext() shared: Sharing = {}) {
    return inbox.makeDue(sqlOf(shared), accountId, which)
  }

  /** Notes listings that were seen in orders and maps those whose variant is known; a mapping that exists is kept. */
  @InjectManager()
  async noteListings(accountId: string, listings: mappings.NotedListing[], @MedusaContext() shared: Sharing = {}) {
    return mappings.noteListings(sqlOf(shared), accountId, listings)
  }

  @InjectManager()
  async appendHistory(lines: HistoryLine[], @MedusaContext() shared: Sharing = {}) {
    await appendHistory(sqlOf(shared), lines)
  }

  /** Accounts that have due orders which nobody works on: retries, and what a crash left behind. */
  @InjectManager()
  async accountsWithDueOrders(limit: number, @MedusaContext() shared: Sharing = {}) {
    return inbox.accountsWithDueOrders(sqlOf(shared), limit)
  }

  /** Ends runs by schedule that a crash left open, before a new one begins. */
  @InjectManager()
  async closeInterruptedRuns(accountId: string, @MedusaContext() shared: Sharing = {}) {
    await closeInterruptedRuns(sqlOf(shared), accountId)
  }

  @InjectManager()
  async countRun(runId: string, @MedusaContext() shared: Sharing = {}): Promise<RunCounts> {
    return countRun(sqlOf(shared), runId)
  }

  @InjectManager()
  async beginAuthorization(
    request: authorizations.AuthorizationRequest,
    userId: string,
    @MedusaContext() shared: Sharing = {},
  ) {
    return authorizations.beginAuthorization(sqlOf(shared), request, userId)
  }

  @InjectManager()
  async redeemAuthorization(
    state: string,
    providerId: string,
    userId: string,
    @MedusaContext() shared: Sharing = {},
  ) {
    return authorizations.redeemAuthorization(sqlOf(shared), state, providerId, userId)
  }

  /** Seals up to `limit` values that are still under an earlier key again under the current one; gives how many. */
  @InjectTransactionManager()
  async resealBatch(limit: number, @MedusaContext() shared: Sharing = {}) {
    return resealBatch(sqlOf(shared), this.sealer, limit)
  }
}

function accountLine(accountId: string, event: string, details: Record<string, unknown>, person: string): HistoryLine {
  return { accountId, subjectType: "account", subjectId: accountId, actor: "person", actorId: person, event, details }
}

function seenLines(
  accountId: string,
  staged: inbox.StagedResult[],
  actor: "schedule" | "person",
  actorId?: string,
): HistoryLine[] {
  return staged
    .filter((order) => order.inserted || order.due)
    .map((order) => ({
      accountId,
      subjectType: "order",
      subjectId: order.id,
      actor,
      actorId,
      event: order.inserted ? "seen" : "changed_at_platform",
      details: { platform_status: order.platform_status },
    }))
}

export default MarketplaceModuleService
