import type { z } from "@medusajs/framework/zod"
import type { Authorization } from "./authorization"
import type { ChangeFeed } from "./change-feed"
import type { Connection, RateLimit } from "./connection"
import type { InventorySource } from "./inventory-source"
import type { ListingSource } from "./listing-source"
import type { LocationSource } from "./location-source"
import type { OrderSource } from "./order-source"
import type { ShipmentSink } from "./shipment-sink"
import type { StockSink } from "./stock-sink"
import type { WebhookReceiver } from "./webhook-receiver"

/** Texts in the three languages every screen speaks. */
export type LocalizedText = { en: string; "pt-BR": string; es: string }

/** One field of the form in which a person types credentials; derived from the schema's keys. */
export type CredentialField = {
  name: string
  label: LocalizedText
  help: LocalizedText
  /** Secret fields are write-only: no screen and no route ever shows them again. */
  secret: boolean
  options?: { value: string; label: LocalizedText }[]
}

export type ConnectorDescription = {
  /** The platform's name, as people know it. */
  name: string
  /** Two to five capital letters that begin `custom_display_id` of imported orders, e.g. "ABC". */
  orderPrefix: string
  /** Validates what a person typed or what OAuth gave; unknown keys are refused. */
  credentials: z.ZodType<Record<string, unknown>>
  credentialFields: CredentialField[]
  /** Choices to make before the consent page (region ...); empty where there are none. */
  authorizationChoices: CredentialField[]
  /** Published limits by operation. */
  limits: Record<string, RateLimit>
  /**
   * Days after delivery that the platform lets a buyer's personal data be kept, in the inbox as well as in Medusa;
   * undefined = it sets no limit.
   */
  personalDataDays?: number
  /**
   * Account settings that a new account of this platform begins with, by the names of the settings; what is not named begins as
   * everywhere. Checked when the connector is registered.
   */
  defaultSettings?: Readonly<Record<string, unknown>>
  /** What is brought and what is not, in sentences. */
  brings: LocalizedText[]
  doesNotBring: LocalizedText[]
  /** The address at which a person sees an order at the platform; undefined where there is none. */
  orderUrl?(reference: string, marketplace: string): string | undefined
}

/** A marketplace of the account as the platform lists it. */
export type VerifiedMarketplace = {
  externalId: string
  name: string
  country: string | null
  currency: string | null
  participating: boolean
}

export type Verification = {
  /** Who the account is at the platform (seller id, store id). */
  externalId: string
  storeName: string | null
  /** Tax document of the company behind the account (CPF, CNPJ, VAT number ...), where the platform tells it. */
  companyDocument?: string | null
  /** The store's own language at the platform, as a BCP 47 tag, where it has one. */
  language?: string | null
  marketplaces: VerifiedMarketplace[]
}

/**
 * A connector talks to one platform. It is a class with a static `identifier`, constructed with its options, registered as
 * a provider of the `marketplace` module. Capabilities are optional: what is `undefined` is not offered on any screen.
 */
export interface Connector {
  describe(): ConnectorDescription
  authorization?: Authorization
  /**
   * Tests the connection and tells who we are.
   * @throws ConnectorError `authorization_lost`, `rejected` (`access_denied`, `application_rejected`), `suspended`, `unavailable`, `throttled`.
   */
  verify(connection: Connection): Promise<Verification>
  orders?: OrderSource
  listings?: ListingSource
  shipments?: ShipmentSink
  stock?: StockSink
  locations?: LocationSource
  inventory?: InventorySource
  changes?: ChangeFeed
  webhooks?: WebhookReceiver
}

/** What `ModuleProvider("marketplace", { services: [...] })` takes. */
export interface ConnectorClass<Options = Record<string, unknown>> {
  readonly identifier: string
  new (dependencies: Record<string, unknown>, options: Options): Connector
  /** Called at boot; throws a sentence that names the option. */
  validateOptions?(options: Options): void
}

/** What a connector may offer beyond telling who the account is. */
export const capabilities = [
  "authorization",
  "orders",
  "listings",
  "shipments",
  "stock",
  "locations",
  "inventory",
  "changes",
  "webhooks",
] as const satisfies (keyof Connector)[]
export type Capability = (typeof capabilities)[number]

/** The names of the capabilities a connector offers. */
export function capabilitiesOf(connector: Connector): Capability[] {
  return capabilities.filter((name) => connector[name] !== undefined)
}
