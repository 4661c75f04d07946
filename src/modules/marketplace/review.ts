import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { LeftOut, OrderAction } from "./order-actions"
import { MarketplacePrivacy } from "./privacy"
import { actOnOrders } from "./store/inbox-actions"
import * as reviews from "./store/review"
import { sqlOf } from "./store/sql"

type Sharing = Context<EntityManager>

/** What people do with orders of the inbox, here and on Medusa's own pages. */
export class MarketplaceReview extends MarketplacePrivacy {
  /** What a person does with orders of the inbox, with their history; those whose state does not allow it are told. */
  @InjectTransactionManager()
  async actOnOrders(
    ids: string[],
    action: OrderAction,
    personId: string,
    leftOut: LeftOut | null = null,
    @MedusaContext() shared: Sharing = {},
  ) {
    return actOnOrders(sqlOf(shared), ids, action, personId, leftOut)
  }

  /** Notes that drafts were turned into orders on Medusa's own page; gives the orders that are due for it. */
  @InjectTransactionManager()
  async noteConverted(orderIds: string[], @MedusaContext() shared: Sharing = {}) {
    return reviews.noteConverted(sqlOf(shared), orderIds)
  }

  /** Notes that drafts in review were edited in Medusa. */
  @InjectTransactionManager()
  async noteEdited(edited: reviews.EditedDraft[], @MedusaContext() shared: Sharing = {}) {
    return reviews.noteEdited(sqlOf(shared), edited)
  }

  /** Keeps what a person changed about an order; false where its state does not allow it, or a worker has it in hand. */
  @InjectTransactionManager()
  async keepChanges(kept: reviews.KeptChanges, @MedusaContext() shared: Sharing = {}) {
    return reviews.keepChanges(sqlOf(shared), kept)
  }
}
