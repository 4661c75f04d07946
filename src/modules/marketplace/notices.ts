import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { MarketplaceCoordination } from "./coordination"
import { appendHistory } from "./store/history"
import * as inbox from "./store/inbox"
import { seenLines } from "./store/lines"
import * as notices from "./store/notices"
import { sqlOf } from "./store/sql"

type Sharing = Context<EntityManager>

/** Notices of changed orders: kept until the order was read again, and told apart from their doubles. */
export class MarketplaceNotices extends MarketplaceCoordination {
  /** Keeps notices; gives the accounts that have something new. */
  @InjectTransactionManager()
  async noteChanges(changes: notices.NotedChange[], @MedusaContext() shared: Sharing = {}) {
    return notices.noteChanges(sqlOf(shared), changes)
  }

  /** Takes due notices of an account for as long as a lease lasts. */
  @InjectTransactionManager()
  async claimNotices(accountId: string, limit: number, @MedusaContext() shared: Sharing = {}) {
    return notices.claimNotices(sqlOf(shared), { accountId, limit, seconds: this.options.leaseSeconds })
  }

  /** Stores orders that notices led to, and that those are followed: both, or neither. */
  @InjectTransactionManager()
  async storeNoticed(
    accountId: string,
    orders: inbox.StagedOrder[],
    noticeIds: string[],
    @MedusaContext() shared: Sharing = {},
  ) {
    const sql = sqlOf(shared)
    const staged = await inbox.stageOrders(sql, accountId, orders)
    await appendHistory(sql, seenLines(accountId, staged, "platform"))
    await notices.settleNotices(sql, noticeIds)
    return staged
  }

  @InjectManager()
  async putOffNotices(ids: string[], until: Date, @MedusaContext() shared: Sharing = {}) {
    await notices.putOffNotices(sqlOf(shared), ids, until)
  }

  @InjectManager()
  async accountsWithDueNotices(limit: number, @MedusaContext() shared: Sharing = {}) {
    return notices.accountsWithDueNotices(sqlOf(shared), limit)
  }

  @InjectManager()
  async forgetNotices(olderThanDays: number, @MedusaContext() shared: Sharing = {}) {
    return notices.forgetNotices(sqlOf(shared), olderThanDays)
  }
}
