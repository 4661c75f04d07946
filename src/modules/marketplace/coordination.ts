import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import type { Connector, RateLimit } from "../../connector"
import { CONNECTOR_IDS, CONNECTOR_PREFIX } from "./loaders/connectors"
import AuthorizationRequest from "./models/authorization-request"
import ChangeNotice from "./models/change-notice"
import HistoryEntry from "./models/history-entry"
import InboundTransfer from "./models/inbound-transfer"
import MarketplaceAccount from "./models/marketplace-account"
import MarketplaceDispatch from "./models/marketplace-dispatch"
import MarketplaceOrder from "./models/marketplace-order"
import MarketplaceRun from "./models/marketplace-run"
import MarketplaceSite from "./models/marketplace-site"
import PrivacyRequest from "./models/privacy-request"
import ProductMapping from "./models/product-mapping"
import Quota from "./models/quota"
import StockMovement from "./models/stock-movement"
import SyncCursor from "./models/sync-cursor"
import { resolveOptions, type MarketplaceOptions, type ResolvedOptions } from "./options"
import { credentialsPurpose, Sealer } from "./sealer"
import * as authorizations from "./store/authorizations"
import { countChangedAfterImport } from "./store/changed-after-import"
import { countLateToShip, type OpenStatus } from "./store/late-to-ship"
import * as leases from "./store/lease"
import * as quotas from "./store/quota"
import { sqlOf } from "./store/sql"

type Sharing = Context<EntityManager>

/** What processes share so that they do not get into each other's way: connectors, secrets, leases, budgets, consents. */
export class MarketplaceCoordination extends MedusaService({
  AuthorizationRequest,
  ChangeNotice,
  HistoryEntry,
  InboundTransfer,
  MarketplaceAccount,
  MarketplaceDispatch,
  MarketplaceOrder,
  MarketplaceRun,
  MarketplaceSite,
  PrivacyRequest,
  ProductMapping,
  Quota,
  StockMovement,
  SyncCursor,
}) {
  readonly options: ResolvedOptions
  readonly sealer: Sealer
  protected readonly registered: Record<string, unknown>

  constructor(container: Record<string, unknown>, options?: Partial<MarketplaceOptions>) {
    super(container, options)
    this.registered = container
    this.options = resolveOptions(options)
    this.sealer = new Sealer(this.options.keys)
  }

  /** Ids of the connectors that the host configured. */
  connectorIds(): string[] {
    return (this.registered[CONNECTOR_IDS] as (string | undefined)[]).filter(
      (id): id is string => id !== undefined,
    )
  }

  /** The connector of that id, or undefined when the host does not configure it (any more). */
  connector(id: string): Connector | undefined {
    return this.connectorIds().includes(id)
      ? (this.registered[CONNECTOR_PREFIX + id] as Connector)
      : undefined
  }

  /** The platforms' words for orders that still have to be sent, account by account. */
  openStatuses(accounts: { id: string; provider_id: string }[]): OpenStatus[] {
    return accounts.flatMap(({ id, provider_id }) =>
      (this.connector(provider_id)?.orders?.openStatuses ?? []).map((platform_status) => ({
        account_id: id,
        platform_status,
      })),
    )
  }

  /** How many orders of some accounts are late to ship. */
  @InjectManager()
  async countLateToShip(
    accounts: { id: string; provider_id: string }[],
    @MedusaContext() shared: Sharing = {},
  ) {
    return countLateToShip(sqlOf(shared), this.openStatuses(accounts))
  }

  /** How many imported orders of some accounts were changed at the platform and wait for a person. */
  @InjectManager()
  async countChangedAfterImport(accountIds: string[], @MedusaContext() shared: Sharing = {}) {
    return countChangedAfterImport(sqlOf(shared), accountIds)
  }

  /** The account's credentials, opened. Never log, never return from a route. */
  openCredentials(account: { id: string; sealed_credentials: string }): Record<string, unknown> {
    return this.sealer.open(account.sealed_credentials, credentialsPurpose(account.id)) as Record<
      string,
      unknown
    >
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
  async spendQuota(
    accountId: string,
    operation: string,
    limit: RateLimit,
    @MedusaContext() shared: Sharing = {},
  ) {
    const sql = sqlOf(shared)
    const wait = await quotas.spendQuota(sql, accountId, operation)
    if (wait !== undefined) return wait
    await quotas.ensureQuota(sql, accountId, operation, limit)
    return (await quotas.spendQuota(sql, accountId, operation)) ?? 1000
  }

  /** What is left of the budgets that some accounts have used. */
  @InjectManager()
  async budgetsOf(accountIds: string[], @MedusaContext() shared: Sharing = {}) {
    return quotas.budgetsOf(sqlOf(shared), accountIds)
  }

  @InjectManager()
  async observeRate(
    accountId: string,
    operation: string,
    rate: number,
    @MedusaContext() shared: Sharing = {},
  ) {
    await quotas.observeRate(sqlOf(shared), accountId, operation, rate)
  }

  @InjectManager()
  async exhaustQuota(accountId: string, operation: string, @MedusaContext() shared: Sharing = {}) {
    return quotas.exhaustQuota(sqlOf(shared), accountId, operation)
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
}
