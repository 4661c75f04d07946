import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { InjectManager, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import type { PrivacyRequest } from "../../connector"
import { MarketplacePlatformStock } from "./platform-stock"
import { privacyPurpose } from "./sealer"
import { forgetAuthorizations } from "./store/authorizations"
import { emptyBodies } from "./store/dispatches/expire"
import { appendHistory } from "./store/history"
import { purgedLines } from "./store/lines"
import * as personalData from "./store/personal-data"
import * as requests from "./store/privacy-requests"
import { sqlOf } from "./store/sql"

type Sharing = Context<EntityManager>

/** Whom a privacy request is about. */
export type PrivacySubject = Pick<PrivacyRequest, "customer" | "orders">

/** Personal data whose time is over, or which somebody asks for. */
export class MarketplacePrivacy extends MarketplacePlatformStock {
  /**
   * Keeps what a platform asks for under the law on personal data, with a line of history; it is carried out later. Gives the id of
   * a request that is new; the same request may come several times.
   */
  @InjectTransactionManager()
  async notePrivacyRequest(
    input: { providerId: string; externalId: string; accountId: string | null; request: PrivacyRequest },
    @MedusaContext() shared: Sharing = {},
  ): Promise<string | undefined> {
    const { providerId, externalId, accountId, request } = input
    const subject: PrivacySubject = { customer: request.customer, orders: request.orders }
    const id = await requests.notePrivacyRequest(sqlOf(shared), {
      provider_id: providerId,
      external_id: externalId,
      account_id: accountId,
      kind: request.kind,
      request_key: request.key,
      sealed_body: this.sealer.seal(subject, privacyPurpose(providerId, request.key)),
    })
    if (id && accountId) {
      await appendHistory(sqlOf(shared), [
        {
          accountId,
          subjectType: "account",
          subjectId: accountId,
          actor: "platform",
          event: "privacy_requested",
          details: { kind: request.kind, request: id },
        },
      ])
    }
    return id
  }

  /** Whom a request is about; null once that is forgotten. */
  openPrivacySubject(row: {
    provider_id: string
    request_key: string
    sealed_body: string | null
  }): PrivacySubject | null {
    if (!row.sealed_body) return null
    return this.sealer.open(
      row.sealed_body,
      privacyPurpose(row.provider_id, row.request_key),
    ) as PrivacySubject
  }

  @InjectTransactionManager()
  async claimPrivacyRequests(limit: number, @MedusaContext() shared: Sharing = {}) {
    return requests.claimPrivacyRequests(sqlOf(shared), limit)
  }

  @InjectTransactionManager()
  async finishPrivacyRequest(
    id: string,
    report: requests.PrivacyReport,
    answered: boolean,
    @MedusaContext() shared: Sharing = {},
  ) {
    await requests.finishPrivacyRequest(sqlOf(shared), id, report, answered)
  }

  @InjectManager()
  async recordExpiry(
    input: Parameters<typeof requests.recordExpiry>[1],
    @MedusaContext() shared: Sharing = {},
  ) {
    await requests.recordExpiry(sqlOf(shared), input)
  }

  /** Lets the time of some orders' personal data run out now, as a buyer or a store wishes; it is not made longer again. */
  @InjectManager()
  async redact(ids: string[], whose: personalData.RedactedFor, @MedusaContext() shared: Sharing = {}) {
    return personalData.redact(sqlOf(shared), ids, whose)
  }

  /** Which of some orders are of a buyer who is forgotten, unless the law makes the merchant keep the data. */
  @InjectManager()
  async whichForgotten(ids: string[], @MedusaContext() shared: Sharing = {}) {
    return personalData.whichForgotten(sqlOf(shared), ids)
  }

  /** Notes whom the removed drafts of some orders belonged to. */
  @InjectManager()
  async noteFormerCustomers(
    former: { id: string; customer_id: string }[],
    @MedusaContext() shared: Sharing = {},
  ) {
    await personalData.noteFormerCustomers(sqlOf(shared), former)
  }

  /** Counts anew until when the orders of an account keep their personal data; null = for as long as the store wants. */
  @InjectManager()
  async countPersonalDataDays(accountId: string, days: number | null, @MedusaContext() shared: Sharing = {}) {
    await personalData.countDays(sqlOf(shared), accountId, days)
  }

  /** Takes orders whose personal data has expired, for as long as a lease lasts. */
  @InjectTransactionManager()
  async takeExpiredOrders(
    token: string,
    limit: number,
    ids?: string[],
    @MedusaContext() shared: Sharing = {},
  ) {
    const seconds = this.options.leaseSeconds
    return personalData.takeExpiredOrders(sqlOf(shared), { token, seconds, limit, ids })
  }

  /** Which of some Medusa orders came from here and have expired. */
  @InjectManager()
  async whichExpired(origins: personalData.OrderOrigin[], @MedusaContext() shared: Sharing = {}) {
    return personalData.whichExpired(sqlOf(shared), origins)
  }

  /** Forgets consents that nobody completed in time. */
  @InjectManager()
  async forgetAuthorizations(@MedusaContext() shared: Sharing = {}) {
    await forgetAuthorizations(sqlOf(shared))
  }

  /** The last part of a purge: empties the payloads of taken orders, with its history; gives the ids. */
  @InjectTransactionManager()
  async emptyPayloads(
    token: string,
    orders: { id: string; digest: string }[],
    @MedusaContext() shared: Sharing = {},
  ) {
    const sql = sqlOf(shared)
    const purged = await personalData.emptyPayloads(sql, token, orders)
    await appendHistory(sql, purgedLines(purged))
    const ids = purged.map(({ id }) => id)
    // The last batch of a night is empty: then goes what was shipped after its order had been purged.
    await emptyBodies(sql, orders.length ? ids : undefined)
    return ids
  }
}
