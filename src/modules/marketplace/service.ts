import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { Problem } from "../../connector"
import { MarketplaceReview } from "./review"
import { noteCanceledHere } from "./store/canceled-here"
import * as cursors from "./store/cursor"
import { appendHistory, type HistoryLine } from "./store/history"
import * as inbox from "./store/inbox"
import { countOrders } from "./store/inbox-actions"
import type * as leases from "./store/lease"
import { personLine, seenLines } from "./store/lines"
import * as mappings from "./store/mappings"
import { removeAccount } from "./store/remove-account"
import { countSealedOtherwise, resealBatch } from "./store/reseal"
import * as runs from "./store/runs"
import { sqlOf } from "./store/sql"

type Sharing = Context<EntityManager>

/** The page could not be stored because the lease was lost or a person moved the cursor; nothing of it was written. */
export class CursorLost extends Error {}

/** The module's tables and what may be done with them. Knows connectors by the port only, and no platform. */
class MarketplaceModuleService extends MarketplaceReview {
  @InjectManager()
  async createCursor(
    accountId: string,
    resource: string,
    position: Date,
    @MedusaContext() shared: Sharing = {},
  ) {
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
      await appendHistory(sql, [personLine(input.accountId, input.movedBy, "cursor_moved", details)])
    }
    return moved
  }

  /**
   * READ's one transaction: the page's orders, their history and the cursor, or nothing of it.
   * @throws CursorLost
   */
  @InjectTransactionManager()
  async storeSyncPage(
    input: Omit<Parameters<typeof cursors.advanceCursor>[1], "resource"> & {
      orders: inbox.StagedOrder[]
      runId: string
    },
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
      /** All references that could not be read so far. */
      unread?: { reference: string; problem: Problem }[]
    },
    @MedusaContext() shared: Sharing = {},
  ) {
    const sql = sqlOf(shared)
    const options = { requestedBy: input.requestedBy, runId: input.run.id }
    const staged = await inbox.stageOrders(sql, input.accountId, input.orders, options)
    await appendHistory(sql, seenLines(input.accountId, staged, "person", input.requestedBy))
    const moved = await sql(
      `UPDATE marketplace_run SET window_from = ?, page_token = ?, read_complete = ?, unread = COALESCE(?::jsonb, unread)
        WHERE id = ? AND lease_token = ? RETURNING id`,
      [
        input.progress.windowFrom,
        input.progress.pageToken,
        input.progress.readComplete,
        input.unread ? JSON.stringify({ references: input.unread }) : null,
        input.run.id,
        input.run.token,
      ],
    )
    if (!moved.length) throw new CursorLost()
    return staged
  }

  /** Stores orders without any cursor; for tests and the benchmark. */
  @InjectTransactionManager()
  async stagePage(accountId: string, orders: inbox.StagedOrder[], @MedusaContext() shared: Sharing = {}) {
    const sql = sqlOf(shared)
    const staged = await inbox.stageOrders(sql, accountId, orders)
    await appendHistory(sql, seenLines(accountId, staged, "schedule"))
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
    await appendHistory(
      sql,
      lines.filter((line) => ours.has(line.subjectId)),
    )
    return settled
  }

  @InjectManager()
  async makeOrdersDue(
    accountId: string,
    which: Parameters<typeof inbox.makeDue>[2],
    @MedusaContext() shared: Sharing = {},
  ) {
    return inbox.makeDue(sqlOf(shared), accountId, which)
  }

  /** Notes listings that were seen in orders and maps those whose variant is known; a mapping that exists is kept. */
  @InjectManager()
  async noteListings(
    accountId: string,
    listings: mappings.NotedListing[],
    @MedusaContext() shared: Sharing = {},
  ) {
    return mappings.noteListings(sqlOf(shared), accountId, listings)
  }

  @InjectManager()
  async appendHistory(lines: HistoryLine[], @MedusaContext() shared: Sharing = {}) {
    await appendHistory(sqlOf(shared), lines)
  }

  /** Accounts that have due orders which nobody works on: retries, and what a crash left behind. */
  @InjectManager()
  async accountsWithDueOrders(limit: number, @MedusaContext() shared: Sharing = {}) {
    return inbox.accountsWithDueOrders(sqlOf(shared), this.connectorIds(), limit)
  }

  /** Ends runs by schedule that a crash left open, before a new one begins, and gives them. */
  @InjectManager()
  async closeInterruptedRuns(accountId: string, @MedusaContext() shared: Sharing = {}) {
    return runs.closeInterruptedRuns(sqlOf(shared), accountId)
  }

  @InjectManager()
  async countRun(runId: string, @MedusaContext() shared: Sharing = {}) {
    return runs.countRun(sqlOf(shared), runId)
  }

  @InjectManager()
  async countRuns(runIds: string[], @MedusaContext() shared: Sharing = {}) {
    return runs.countRuns(sqlOf(shared), runIds)
  }

  /** Keeps with a run which of its orders have come to need a person. */
  @InjectManager()
  async noteNewlyNeeded(runId: string, newly: runs.NewlyNeeded, @MedusaContext() shared: Sharing = {}) {
    await runs.noteNewlyNeeded(sqlOf(shared), runId, newly)
  }

  /** Runs several of this service's calls in one transaction: hand `shared` on to each of them. */
  @InjectTransactionManager()
  async inTransaction<Result>(
    work: (shared: Sharing) => Promise<Result>,
    @MedusaContext() shared: Sharing = {},
  ): Promise<Result> {
    return work(shared)
  }

  /** Notes that Medusa orders were canceled in the store, and makes the orders they came from due. */
  @InjectTransactionManager()
  async noteCanceledHere(orderIds: string[], @MedusaContext() shared: Sharing = {}) {
    return noteCanceledHere(sqlOf(shared), orderIds)
  }

  /** How many blocked orders name each of some listings in a problem, by account and listing key. */
  @InjectManager()
  async countBlockedByListing(
    listings: { account_id: string; listing_key: string }[],
    @MedusaContext() shared: Sharing = {},
  ) {
    return mappings.countBlockedByListing(sqlOf(shared), listings)
  }

  /** How many orders of each state some accounts have. */
  @InjectManager()
  async countOrders(accountIds: string[], @MedusaContext() shared: Sharing = {}) {
    return countOrders(sqlOf(shared), accountIds)
  }

  /** Removes an account with everything it reads by, and its secrets; Medusa's orders stay. */
  @InjectTransactionManager()
  async removeAccount(accountId: string, personId: string, @MedusaContext() shared: Sharing = {}) {
    await removeAccount(sqlOf(shared), accountId, this.sealCredentials(accountId, {}))
    await appendHistory(sqlOf(shared), [personLine(accountId, personId, "removed")])
  }

  /** Seals up to `limit` values that are still under an earlier key again under the current one; gives how many. */
  @InjectTransactionManager()
  async resealBatch(limit: number, @MedusaContext() shared: Sharing = {}) {
    return resealBatch(sqlOf(shared), this.sealer, limit)
  }

  /** How many values are not under the current key: once nothing is left to seal again, those that no configured key opens. */
  @InjectManager()
  async countSealedOtherwise(@MedusaContext() shared: Sharing = {}) {
    return countSealedOtherwise(sqlOf(shared), this.sealer)
  }
}

export default MarketplaceModuleService
