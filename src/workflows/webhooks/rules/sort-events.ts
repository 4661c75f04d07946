import type { PrivacyRequest, WebhookEvent } from "../../../connector"
import { isSuspended, standOf } from "../../account/rules/is-suspended"

/** An account as it stands when a webhook of its store comes. */
export type ToldAccount = {
  id: string
  external_id: string
  state: "connected" | "paused" | "needs_reauthorization"
  problem: unknown
  importsAutomatically: boolean
}

/** What is kept of webhooks, to be worked on later. */
export type ToKeep = {
  changedOrders: { account_id: string; reference: string }[]
  /** Accounts whose listings changed. */
  changedListings: string[]
  /** Accounts that may no longer work, or work again. */
  toCheck: string[]
  privacy: { externalId: string; request: PrivacyRequest }[]
  /** What nothing follows from, for the log. */
  left: string[]
}

const readsByItself = (account: ToldAccount): boolean =>
  account.state !== "paused" && account.importsAutomatically

/** Off by a person: nobody is asked about it. Waiting for a person: asking would only be told what is known. */
const isWatched = (account: ToldAccount): boolean =>
  account.state === "connected" || isSuspended(standOf(account))

/**
 * What follows from verified webhooks. An account that is switched off, or imports by hand only, hears nothing: its cursor stands
 * where it was, so that the gap is fetched when it is on again. What the law asks for is always kept. Pure.
 */
export function sortEvents(events: WebhookEvent[], accounts: ToldAccount[]): ToKeep {
  const kept: ToKeep = { changedOrders: [], changedListings: [], toCheck: [], privacy: [], left: [] }
  for (const event of events) {
    const theirs = accounts.filter(({ external_id }) => external_id === event.externalId)
    switch (event.kind) {
      case "order_changed":
        for (const { id } of theirs.filter(readsByItself)) {
          kept.changedOrders.push({ account_id: id, reference: event.reference })
        }
        break
      case "listings_changed":
        kept.changedListings.push(...theirs.filter(readsByItself).map(({ id }) => id))
        break
      case "authorization_lost":
      case "suspended":
      case "resumed":
        kept.toCheck.push(...theirs.filter(isWatched).map(({ id }) => id))
        break
      case "privacy":
        kept.privacy.push({ externalId: event.externalId, request: event.request })
        break
      case "ignored":
        kept.left.push(event.what)
    }
  }
  return kept
}
