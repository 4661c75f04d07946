import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { MarketplaceNotices } from "./notices"
import { consentPurpose } from "./sealer"
import * as checks from "./store/account-checks"
import * as authorizations from "./store/authorizations"
import * as held from "./store/held-authorizations"
import * as notices from "./store/notices"
import { bringReadingsForward } from "./store/readings"
import { sqlOf } from "./store/sql"

type Sharing = Context<EntityManager>

/** What a consent page sent the browser back with, by the names of the query. */
type ConsentQuery = Record<string, string>

/** What a platform tells of its own accord: changed orders and listings, accounts that may not work, consents begun there. */
export class MarketplaceWebhooks extends MarketplaceNotices {
  /** Keeps that orders changed, one notice an order until a worker takes it; gives the accounts that have something new. */
  @InjectTransactionManager()
  async noteChangedOrders(changes: notices.ChangedOrder[], @MedusaContext() shared: Sharing = {}) {
    return notices.noteChangedOrders(sqlOf(shared), changes)
  }

  /** Brings the next reading of the accounts' listings forward, once for any number of changes. */
  @InjectManager()
  async bringListingsForward(
    accounts: { id: string; minimumHours: number }[],
    @MedusaContext() shared: Sharing = {},
  ) {
    await bringReadingsForward(sqlOf(shared), "listings", accounts)
  }

  /** Has the platform asked whether these accounts still work. */
  @InjectManager()
  async askForChecks(accountIds: string[], @MedusaContext() shared: Sharing = {}) {
    await checks.askForChecks(sqlOf(shared), accountIds)
  }

  @InjectManager()
  async accountsDueForCheck(limit: number, @MedusaContext() shared: Sharing = {}) {
    return checks.accountsDueForCheck(sqlOf(shared), limit)
  }

  /** Takes the check of an account for as long as a lease lasts; false when another worker has it, or it is not due. */
  @InjectManager()
  async takeCheck(accountId: string, @MedusaContext() shared: Sharing = {}) {
    return checks.takeCheck(sqlOf(shared), accountId, this.options.leaseSeconds)
  }

  /** How an account stands, with its row held until the end of the caller's transaction. */
  @InjectTransactionManager()
  async lockAccount(accountId: string, @MedusaContext() shared: Sharing = {}) {
    return checks.lockAccount(sqlOf(shared), accountId)
  }

  /** Takes the account out of the hands of whoever reads it: nothing that is under way is stored any more. */
  @InjectManager()
  async breakLease(accountId: string, @MedusaContext() shared: Sharing = {}) {
    await checks.breakLease(sqlOf(shared), accountId)
  }

  /** Keeps a consent that began at the platform until this admin confirms it; gives its id. */
  @InjectManager()
  async holdAuthorization(
    consent: { providerId: string; name: string; query: ConsentQuery },
    userId: string,
    @MedusaContext() shared: Sharing = {},
  ) {
    const sealed = this.sealer.seal(consent.query, consentPurpose(consent.providerId, userId))
    return held.holdAuthorization(sqlOf(shared), { ...consent, sealedQuery: sealed }, userId)
  }

  /** A consent that waits for this admin. */
  @InjectManager()
  async heldAuthorization(id: string, userId: string, @MedusaContext() shared: Sharing = {}) {
    return held.heldAuthorization(sqlOf(shared), id, userId)
  }

  /** Takes a consent that waits for this admin, once: what the platform sent with it, and what it is for. */
  @InjectTransactionManager()
  async redeemHeldAuthorization(
    id: string,
    userId: string,
    @MedusaContext() shared: Sharing = {},
  ): Promise<(authorizations.AuthorizationRequest & { query: ConsentQuery }) | undefined> {
    const found = await held.redeemHeldAuthorization(sqlOf(shared), id, userId)
    if (!found) return undefined
    const { sealed_query, ...request } = found
    const query = this.sealer.open(sealed_query, consentPurpose(request.provider_id, userId)) as ConsentQuery
    return { ...request, query }
  }

  /** Throws a consent away that waits for this admin; false when there is none. */
  @InjectManager()
  async discardHeldAuthorization(id: string, userId: string, @MedusaContext() shared: Sharing = {}) {
    return held.discardHeldAuthorization(sqlOf(shared), id, userId)
  }
}
