import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import type { DispatchAction } from "./dispatch-actions"
import { installationOf } from "./installation"
import { actOnDispatches } from "./store/dispatches/actions"
import * as claims from "./store/dispatches/claim"
import * as counts from "./store/dispatches/count"
import * as finishes from "./store/dispatches/finish"
import * as owing from "./store/dispatches/owe"
import { settleDispatches, type DispatchSettlement } from "./store/dispatches/settle"
import * as untold from "./store/dispatches/untold"
import { sqlOf } from "./store/sql"
import * as writing from "./store/writers"
import { MarketplaceWebhooks } from "./webhooks"

type Sharing = Context<EntityManager>

/** What is owed to the platforms, and whether it may be written to them. */
export class MarketplaceOutbox extends MarketplaceWebhooks {
  // An object, because a call with a context works on a copy of the service.
  private readonly known: { installation?: string } = {}

  /** Tells this installation from a copy of its database. */
  @InjectManager()
  async installation(@MedusaContext() shared: Sharing = {}): Promise<string> {
    this.known.installation ??= await installationOf(
      sqlOf(shared),
      this.options.installation,
      this.connectionSettings(),
    )
    return this.known.installation
  }

  private connectionSettings(): unknown {
    const connection = this.registered[ContainerRegistrationKeys.PG_CONNECTION] as
      { client?: { config?: { connection?: unknown } } } | undefined
    return connection?.client?.config?.connection
  }

  /** Writes what is owed; what is the same already stays as it is. Gives the rows that changed. */
  @InjectTransactionManager()
  async oweDispatches(
    rows: owing.OwedDispatch[],
    by?: owing.By,
    @MedusaContext() shared: Sharing = {},
  ): Promise<owing.OweResult[]> {
    return owing.oweDispatches(sqlOf(shared), rows, by)
  }

  /** Takes back what is owed: it is no longer wanted. */
  @InjectTransactionManager()
  async withdrawDispatches(
    which: finishes.WhichDispatches,
    by: owing.By,
    details?: Record<string, unknown>,
    confirmedToo?: boolean,
    @MedusaContext() shared: Sharing = {},
  ): Promise<finishes.FinishedDispatch[]> {
    return finishes.withdrawDispatches(sqlOf(shared), which, by, details, confirmedToo)
  }

  /** The platform shows that it has them, in these revisions. */
  @InjectTransactionManager()
  async confirmDispatches(
    shown: { id: string; revision: number }[],
    by: owing.By,
    details?: Record<string, unknown>,
    @MedusaContext() shared: Sharing = {},
  ): Promise<finishes.FinishedDispatch[]> {
    return finishes.confirmDispatches(sqlOf(shared), shown, by, details)
  }

  @InjectTransactionManager()
  async claimDueDispatches(
    input: Omit<Parameters<typeof claims.claimDueDispatches>[1], "seconds">,
    @MedusaContext() shared: Sharing = {},
  ): Promise<claims.ClaimedDispatch[]> {
    const seconds = this.options.leaseSeconds
    return claims.claimDueDispatches(sqlOf(shared), { ...input, seconds })
  }

  /** The write-ahead: gives the ids of the claimed rows that may now be sent. */
  @InjectTransactionManager()
  async beginSending(
    token: string,
    rows: claims.Sending[],
    @MedusaContext() shared: Sharing = {},
  ): Promise<string[]> {
    return claims.beginSending(sqlOf(shared), token, rows, this.options.leaseSeconds)
  }

  @InjectManager()
  async renewDispatches(token: string, ids: string[], @MedusaContext() shared: Sharing = {}) {
    return claims.renewDispatches(sqlOf(shared), token, ids, this.options.leaseSeconds)
  }

  @InjectManager()
  async freeDispatches(token: string, @MedusaContext() shared: Sharing = {}) {
    await claims.freeDispatches(sqlOf(shared), token)
  }

  /** Writes what became of claimed rows together with its history, and frees them. */
  @InjectTransactionManager()
  async settleDispatches(
    token: string,
    settlements: DispatchSettlement[],
    @MedusaContext() shared: Sharing = {},
  ) {
    return settleDispatches(sqlOf(shared), token, settlements)
  }

  /** What a person does with dispatches, with their history; those whose state does not allow it are told. */
  @InjectTransactionManager()
  async actOnDispatches(
    ids: string[],
    action: DispatchAction,
    personId: string,
    @MedusaContext() shared: Sharing = {},
  ) {
    return actOnDispatches(sqlOf(shared), ids, action, personId)
  }

  @InjectManager()
  async countDispatches(accountIds: string[], @MedusaContext() shared: Sharing = {}) {
    return counts.countDispatches(sqlOf(shared), accountIds)
  }

  @InjectManager()
  async accountsWithUntoldShipments(@MedusaContext() shared: Sharing = {}) {
    return untold.accountsWithUntoldShipments(sqlOf(shared))
  }

  /**
   * Hands what no e-mail has told yet of an account's shipments to `tell`. It counts as told once `tell` has come back, and stays
   * untold when it throws.
   */
  @InjectTransactionManager()
  async tellUntoldShipments(
    accountId: string,
    tell: (shipments: untold.UntoldShipment[]) => Promise<void>,
    @MedusaContext() shared: Sharing = {},
  ): Promise<number> {
    const shipments = await untold.takeUntoldShipments(sqlOf(shared), accountId)
    if (shipments.length) await tell(shipments)
    return shipments.length
  }

  /** Accounts that have something due which this installation may send. */
  @InjectManager()
  async accountsWithDueDispatches(limit: number, @MedusaContext() shared: Sharing = {}) {
    const installation = await this.installation(shared)
    const connectorIds = this.connectorIds()
    return counts.accountsWithDueDispatches(sqlOf(shared), { connectorIds, installation, limit })
  }

  /** Switches a writer on in this installation, or off. False: there is no such account. */
  @InjectTransactionManager()
  async switchWriter(
    input: Omit<Parameters<typeof writing.switchWriter>[1], "installation">,
    details?: Record<string, unknown>,
    @MedusaContext() shared: Sharing = {},
  ): Promise<boolean> {
    const installation = await this.installation(shared)
    return writing.switchWriter(sqlOf(shared), { ...input, installation }, details)
  }

  /** Notes which writers stay off because this database is a copy; gives those that were not noted before. */
  @InjectTransactionManager()
  async noteCopiedWriters(@MedusaContext() shared: Sharing = {}) {
    const installation = await this.installation(shared)
    return writing.noteCopiedWriters(sqlOf(shared), installation)
  }
}
