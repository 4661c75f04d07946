import type { Connection } from "./connection"

/** What a platform asks for under the law on personal data (LGPD, GDPR). */
export type PrivacyRequest = {
  /** `customer_redact`: remove one buyer; `store_redact`: remove everything of the store; `customer_data`: tell what is held of one. */
  kind: "customer_redact" | "store_redact" | "customer_data"
  /** The platform's number of the request, or one made of its content: the same request may come several times. */
  key: string
  /** The buyer; null for the whole store. */
  customer: {
    id: string | null
    email: string | null
    phone: string | null
    document: string | null
  } | null
  /** References of the orders it is about; empty = all of that buyer or store. */
  orders: string[]
}

/**
 * What a webhook says. `externalId` is whose it is: `MarketplaceAccount.external_id`. Beyond that nothing is relied upon: an
 * order is read again, a lost authorisation is tried.
 */
export type WebhookEvent =
  | { kind: "order_changed"; externalId: string; reference: string }
  /** Products or their stock changed at the platform. */
  | { kind: "listings_changed"; externalId: string }
  /** The merchant took the connection away. */
  | { kind: "authorization_lost"; externalId: string }
  /** The platform serves this account no longer, for now (unpaid, suspended). */
  | { kind: "suspended"; externalId: string }
  | { kind: "resumed"; externalId: string }
  | { kind: "privacy"; externalId: string; request: PrivacyRequest }
  /** Nothing follows from it; `what` is for the log and holds no personal data. */
  | { kind: "ignored"; externalId: string | null; what: string }

/** The request's headers, names in lower case. */
export type WebhookHeaders = Record<string, string | string[] | undefined>

/**
 * Capability: the platform calls us. One address serves all accounts of a connector: `/hooks/marketplaces/<id>`, or with a topic
 * behind it where the platform takes an address for each. Polling stays behind it: webhooks come late, twice, out of order or
 * never.
 */
export interface WebhookReceiver {
  /**
   * True when the body comes from the platform: checked over the raw bytes as they arrived, in constant time. Never throws.
   */
  verify(raw: Buffer, headers: WebhookHeaders): boolean
  /**
   * What a verified body says.
   * @throws ConnectorError `contract_broken` when it is not one of the platform's.
   */
  parse(raw: Buffer, topic?: string): WebhookEvent[]
  /**
   * Asks the platform to call `url` about this account; what is registered already is left alone, so that doing it twice does no
   * harm, and registrations of ours for another address are moved.
   * @throws ConnectorError as every call; `rejected` with `webhooks_not_registered` when the platform does not take the address.
   */
  register(connection: Connection, url: string): Promise<void>
  /** Ends that; what is not registered stays so. */
  unregister(connection: Connection, url: string): Promise<void>
}
