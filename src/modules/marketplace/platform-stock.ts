import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { MarketplaceStock } from "./stock"
import { personLine } from "./store/lines"
import { appendHistory } from "./store/history"
import { makeDue } from "./store/inbox"
import type { Lease } from "./store/lease"
import * as listings from "./store/listings"
import * as movements from "./store/movements"
import * as readings from "./store/readings"
import { sqlOf } from "./store/sql"
import { transferReferences } from "./store/transfers"

type Sharing = Context<EntityManager>

/** A reading's piece could not be stored because the lease was lost; nothing of it was written. */
export class ReadingLost extends Error {}

/** What the platforms list and hold for the merchant: readings, listings, movements. */
export class MarketplacePlatformStock extends MarketplaceStock {
  @InjectManager()
  async planReadings(
    wanted: Parameters<typeof readings.planReadings>[1],
    @MedusaContext() shared: Sharing = {},
  ) {
    await readings.planReadings(sqlOf(shared), wanted)
  }

  @InjectManager()
  async requestReading(
    input: Parameters<typeof readings.requestReading>[1],
    @MedusaContext() shared: Sharing = {},
  ) {
    return readings.requestReading(sqlOf(shared), input)
  }

  @InjectManager()
  async takeDueReadings(
    input: { limit: number; onlyRequested: boolean },
    @MedusaContext() shared: Sharing = {},
  ) {
    return readings.takeDueReadings(sqlOf(shared), { ...input, seconds: this.options.leaseSeconds })
  }

  @InjectManager()
  async beginReading(lease: Lease, @MedusaContext() shared: Sharing = {}) {
    return readings.beginReading(sqlOf(shared), lease)
  }

  @InjectManager()
  async movePosition(lease: Lease, position: Date, @MedusaContext() shared: Sharing = {}) {
    return readings.movePosition(sqlOf(shared), lease, position)
  }

  @InjectManager()
  async putOffReading(
    lease: Lease,
    input: Parameters<typeof readings.putOffReading>[2],
    @MedusaContext() shared: Sharing = {},
  ) {
    await readings.putOffReading(sqlOf(shared), lease, input)
  }

  @InjectManager()
  async endReading(
    lease: Lease,
    input: Parameters<typeof readings.endReading>[2],
    @MedusaContext() shared: Sharing = {},
  ) {
    await readings.endReading(sqlOf(shared), lease, input)
  }

  /**
   * A piece of a marketplace's listings with how far the reading came, in one transaction; `matched` are listings that their SKU
   * maps now: orders that waited for them are made due. Gives how many listings are new, and those orders.
   * @throws ReadingLost
   */
  @InjectTransactionManager()
  async storeListingPiece(
    lease: Lease,
    input: Parameters<typeof listings.storeListings>[1] & { matched: string[]; progress: string | null },
    @MedusaContext() shared: Sharing = {},
  ) {
    const sql = sqlOf(shared)
    const isNew = await listings.storeListings(sql, input)
    const due = input.matched.length
      ? await makeDue(sql, input.accountId, { unmappedListings: input.matched })
      : []
    if (!(await readings.keepProgress(sql, lease, input.progress))) throw new ReadingLost()
    return { isNew, due }
  }

  @InjectManager()
  async forgetVanished(
    input: Parameters<typeof listings.forgetVanished>[1],
    @MedusaContext() shared: Sharing = {},
  ) {
    return listings.forgetVanished(sqlOf(shared), input)
  }

  @InjectManager()
  async countListedIn(
    accountId: string,
    marketplace: string,
    since: Date,
    @MedusaContext() shared: Sharing = {},
  ) {
    return listings.countListedIn(sqlOf(shared), accountId, marketplace, since)
  }

  @InjectManager()
  async keepProposals(
    among: string[],
    proposals: listings.Proposal[],
    @MedusaContext() shared: Sharing = {},
  ) {
    await listings.keepProposals(sqlOf(shared), among, proposals)
  }

  /** Makes proposals mappings, with their history; gives them, and the orders that waited for them, by account. */
  @InjectTransactionManager()
  async acceptProposals(
    ids: string[],
    variantIds: string[],
    personId: string,
    @MedusaContext() shared: Sharing = {},
  ) {
    const sql = sqlOf(shared)
    const accepted = await listings.acceptProposals(sql, ids, variantIds)
    const changed: { accountId: string; listingKeys: string[]; orderIds: string[] }[] = []
    for (const accountId of new Set(accepted.map(({ account_id }) => account_id))) {
      const mapped = accepted.filter(({ account_id }) => account_id === accountId)
      const listingKeys = mapped.map(({ listing_key }) => listing_key)
      await appendHistory(
        sql,
        mapped.map(({ listing_key, variant_id }) =>
          personLine(accountId, personId, "listing_mapped", { listing_key, variant_id, state: "mapped" }),
        ),
      )
      const orderIds = await makeDue(sql, accountId, { unmappedListings: listingKeys })
      changed.push({ accountId, listingKeys, orderIds })
    }
    return { accepted: accepted.length, changed }
  }

  @InjectManager()
  async keepHeldQuantities(
    input: Parameters<typeof listings.keepHeldQuantities>[1],
    @MedusaContext() shared: Sharing = {},
  ) {
    await listings.keepHeldQuantities(sqlOf(shared), input)
  }

  @InjectManager()
  async transferReferences(
    accountId: string,
    page: { limit: number; offset: number },
    @MedusaContext() shared: Sharing = {},
  ) {
    return transferReferences(sqlOf(shared), accountId, page)
  }

  /** Which listings moved some items at a location. */
  @InjectManager()
  async movedBy(input: Parameters<typeof movements.movedBy>[1], @MedusaContext() shared: Sharing = {}) {
    return movements.movedBy(sqlOf(shared), input)
  }

  /** Opening, movements and closing of what moved in a period, by item and location. */
  @InjectManager()
  async balancesOf(filter: movements.BalanceFilter, @MedusaContext() shared: Sharing = {}) {
    return movements.balancesOf(sqlOf(shared), filter)
  }
}
