import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { MarketplaceOutbox } from "./outbox"
import * as brakes from "./store/stock/brake"
import * as levels from "./store/stock/levels"
import * as listings from "./store/stock/listings"
import * as turns from "./store/stock/turns"
import { sqlOf } from "./store/sql"

type Sharing = Context<EntityManager>

/** What the store offers at the platforms, and what they show of it. */
export class MarketplaceStock extends MarketplaceOutbox {
  /** Mapped listings that the merchant sends, with their rows of the outbox. */
  @InjectManager()
  async stockListings(which: listings.WhichListings, @MedusaContext() shared: Sharing = {}) {
    return listings.stockListings(sqlOf(shared), which)
  }

  @InjectManager()
  async stockListingsAfter(
    input: Parameters<typeof listings.stockListingsAfter>[1],
    @MedusaContext() shared: Sharing = {},
  ) {
    return listings.stockListingsAfter(sqlOf(shared), input)
  }

  @InjectManager()
  async pageOfStock(page: listings.StockPage, @MedusaContext() shared: Sharing = {}) {
    return listings.pageOfStock(sqlOf(shared), page)
  }

  /** Keeps what was read at the platform. */
  @InjectManager()
  async noteShownLevels(
    accountId: string,
    shown: levels.ShownLevel[],
    readAt: Date,
    @MedusaContext() shared: Sharing = {},
  ) {
    await levels.noteShownLevels(sqlOf(shared), accountId, shown, readAt)
  }

  @InjectManager()
  async noteHeldLevels(
    held: Parameters<typeof levels.noteHeldLevels>[1],
    @MedusaContext() shared: Sharing = {},
  ) {
    await levels.noteHeldLevels(sqlOf(shared), held)
  }

  /** Levels that turned out to be others at the platform, with their history. */
  @InjectTransactionManager()
  async noteDrift(
    accountId: string,
    drifted: Parameters<typeof levels.noteDrift>[2],
    @MedusaContext() shared: Sharing = {},
  ) {
    return levels.noteDrift(sqlOf(shared), accountId, drifted)
  }

  /** True when the stock brake did not hold before. */
  @InjectTransactionManager()
  async setStockBrake(
    accountId: string,
    counts: Parameters<typeof brakes.setBrake>[2],
    @MedusaContext() shared: Sharing = {},
  ) {
    return brakes.setBrake(sqlOf(shared), accountId, counts)
  }

  @InjectTransactionManager()
  async clearStockBrake(accountId: string, @MedusaContext() shared: Sharing = {}) {
    await brakes.clearBrake(sqlOf(shared), accountId)
  }

  /** A person lets through what the brake holds; gives how many levels are due. */
  @InjectTransactionManager()
  async releaseStockBrake(accountId: string, personId: string, @MedusaContext() shared: Sharing = {}) {
    return brakes.releaseBrake(sqlOf(shared), accountId, personId)
  }

  @InjectManager()
  async stockSweptUntil(accountIds: string[], @MedusaContext() shared: Sharing = {}) {
    return turns.sweptUntil(sqlOf(shared), accountIds)
  }

  @InjectManager()
  async sweepStockTo(accountIds: string[], position: Date, @MedusaContext() shared: Sharing = {}) {
    await turns.sweepTo(sqlOf(shared), accountIds, position)
  }

  /** Takes an account's turn to be compared with its platform. */
  @InjectTransactionManager()
  async takeCompareTurn(
    input: Omit<Parameters<typeof turns.takeCompareTurn>[1], "seconds">,
    @MedusaContext() shared: Sharing = {},
  ) {
    return turns.takeCompareTurn(sqlOf(shared), { ...input, seconds: this.options.leaseSeconds })
  }

  @InjectManager()
  async keepCompareTurn(turn: turns.CompareTurn, @MedusaContext() shared: Sharing = {}) {
    await turns.keepCompareTurn(sqlOf(shared), turn, this.options.leaseSeconds)
  }

  @InjectManager()
  async endCompareTurn(turn: turns.CompareTurn, finished: boolean, @MedusaContext() shared: Sharing = {}) {
    await turns.endCompareTurn(sqlOf(shared), turn, finished)
  }
}
