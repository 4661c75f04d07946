import type { FbaStockOptions } from "./fba/fba-item"
import { DEFAULT_FBA_SWITCHES, type FbaSwitches } from "./fba/switches"
import type { ListingOptions } from "./listings/listing"
import { DEFAULT_LISTING_SWITCHES, type ListingSwitches } from "./listings/switches"
import { DEFAULT_NOTIFICATION_SWITCHES, type NotificationSwitches } from "./notifications/switches"
import { DEFAULT_REPORT_SWITCHES, type ReportSwitches } from "./reports/switches"
import { DEFAULT_SHIPMENT_SWITCHES, type ShipmentSwitches } from "./shipments/switches"
import { DEFAULT_QUEUE_SWITCHES, type QueueOptions, type QueueSwitches } from "./sqs/switches"
import type { RateLimit } from "./token-bucket"
import type { Order } from "./types"

export const SP_API_OPERATIONS = [
  "searchOrders",
  "getOrder",
  "getMarketplaceParticipations",
  "confirmShipment",
  "searchListingsItems",
  "getListingsItem",
  "patchListingsItem",
  "getInventorySummaries",
  "createReport",
  "getReports",
  "getReport",
  "cancelReport",
  "getReportDocument",
  "createDestination",
  "getDestinations",
  "getDestination",
  "deleteDestination",
  "createSubscription",
  "getSubscription",
  "getSubscriptions",
  "getSubscriptionById",
  "deleteSubscriptionById",
] as const
export type SpApiOperation = (typeof SP_API_OPERATIONS)[number]
/** What is called without an access token. */
export const OPEN_OPERATIONS = [
  "token",
  "consent",
  "downloadReport",
  "ReceiveMessage",
  "DeleteMessage",
  "DeleteMessageBatch",
  "SendMessage",
  "ChangeMessageVisibility",
  "GetQueueAttributes",
  "GetQueueUrl",
  "PurgeQueue",
] as const
export type OpenOperation = (typeof OPEN_OPERATIONS)[number]
/** `unknownPath` is anything the platform does not know (403 MissingAuthenticationToken). */
export type Operation = SpApiOperation | OpenOperation | "unknownPath"

/** Names of roles a seller grants an application (page "Roles in the Selling Partner API"). */
export const ROLES = [
  "Inventory and Order Tracking",
  "Selling Partner Insights",
  "Product Listing",
  "Amazon Fulfillment",
  "Direct-to-Consumer Shipping (Restricted)",
  "Tax Invoicing (Restricted)",
  "Tax Remittance (Restricted)",
] as const
export type Role = (typeof ROLES)[number]

export type GrantType = "refresh_token" | "authorization_code" | "client_credentials"

export interface ApplicationOptions {
  clientId: string
  clientSecret: string
  /** `amzn1.sp.solution...` or `amzn1.sellerapps.app...`. */
  applicationId: string
  /** Registered redirect URIs, the first being the default. Without a list every URI counts as registered. */
  redirectUris?: string[]
  /** A draft can only be authorised with `version=beta`. @default false */
  draft?: boolean
  /** Grants the application may use; another is answered `unauthorized_client`. @default all */
  grantTypes?: GrantType[]
}

export interface ParticipationOptions {
  /** Marketplace id or code ("DE"). */
  marketplace: string
  /** @default true */
  isParticipating?: boolean
  /** @default false */
  hasSuspendedListings?: boolean
}

export interface SellerOptions {
  sellingPartnerId: string
  /** @default "Simulated Store" */
  storeName?: string
  /** Refresh tokens valid from the start, for the application `clientId`. @default none */
  refreshTokens?: string[]
  /** Application the refresh tokens belong to. @default the first application */
  clientId?: string
  /** Marketplace ids, codes, or whole participations. */
  marketplaces: (string | ParticipationOptions)[]
  /** @default every role */
  roles?: Role[]
  orders?: Order[]
  listings?: ListingOptions[]
  /** What Amazon holds for the seller; an empty list is a seller who uses FBA and has nothing there. @default no FBA */
  fba?: FbaStockOptions[]
}

/** Behaviour that the platform's documents leave open, or that differs between accounts. */
export interface Switches
  extends
    ShipmentSwitches,
    ListingSwitches,
    FbaSwitches,
    ReportSwitches,
    NotificationSwitches,
    QueueSwitches {
  /** Lifetime of access tokens in seconds. @default 3600 */
  accessTokenSeconds: number
  /** Lifetime of website authorisation codes in milliseconds. @default 300000 */
  authorizationCodeMs: number
  /** Lifetime of page tokens in milliseconds. @default 86400000 */
  pageTokenMs: number
  /** From an order's lastUpdatedTime until that version is visible by search and by id. @default 0 */
  visibilityDelayMs: number
  /** How far the upper bound must lie before now, and the bound applied when none is given. @default 120000 */
  upperBoundLagMs: number
  /** What the second page of a listing sees: the listing as it was, or the listing as it is after the last order. @default "snapshot" */
  pageStability: "snapshot" | "cursor"
  /** Order of a listing: always by lastUpdatedTime, or by the time the request asks by. @default "lastUpdatedTime" */
  sort: "lastUpdatedTime" | "dateFamily"
  /** A marketplace id that does not exist. @default "refuse" (400) */
  unknownMarketplace: "refuse" | "empty"
  /** A marketplace the seller does not take part in. @default "forbid" (403) */
  foreignMarketplace: "forbid" | "empty"
  /** An "after" newer than the upper bound applied. @default "empty" */
  afterNewerThanBound: "empty" | "refuse"
  /** Whether `2026-01-31` is taken for a date-time. @default false */
  acceptDateOnly: boolean
  /**
   * How a token that has expired or was revoked is refused: a 403 that tells the reason, the words of the models' 403 or 401,
   * which leave it open, or the edge's 403 without a body. @default "reason"
   */
  tokenRefusal: "reason" | "models-403" | "models-401" | "edge"
  /** "descriptive" wants the documented form `App/1.2 (Language=...)`. @default "present" */
  userAgent: "present" | "descriptive"
  /** Whether product.price needs includedData=PROCEEDS. @default false */
  unitPriceNeedsProceeds: boolean
  /** Whether getMarketplaceParticipations lists the non-retail entry "Non-Amazon US". @default true */
  nonRetailParticipation: boolean
  /** Whether the token endpoint takes a JSON body. @default false */
  tokenAcceptsJson: boolean
  /** Whether redirect_uri must be repeated at the token endpoint when consent carried one. @default true */
  tokenNeedsRedirectUri: boolean
  /** What a renewal answers as refresh token. @default "same" */
  refreshTokenRotation: "same" | "new" | "new-and-revoke-old"
  /** What the seller does on the consent page; on "cancel" there is no callback. @default "approve" */
  consent: "approve" | "cancel"
  /** Days an authorisation given on the website lasts. @default 365 */
  authorizationDays: number
}

export const DEFAULT_SWITCHES: Readonly<Switches> = {
  accessTokenSeconds: 3600,
  authorizationCodeMs: 5 * 60_000,
  pageTokenMs: 24 * 3_600_000,
  visibilityDelayMs: 0,
  upperBoundLagMs: 2 * 60_000,
  pageStability: "snapshot",
  sort: "lastUpdatedTime",
  unknownMarketplace: "refuse",
  foreignMarketplace: "forbid",
  afterNewerThanBound: "empty",
  acceptDateOnly: false,
  tokenRefusal: "reason",
  userAgent: "present",
  unitPriceNeedsProceeds: false,
  nonRetailParticipation: true,
  tokenAcceptsJson: false,
  tokenNeedsRedirectUri: true,
  refreshTokenRotation: "same",
  consent: "approve",
  authorizationDays: 365,
  ...DEFAULT_SHIPMENT_SWITCHES,
  ...DEFAULT_LISTING_SWITCHES,
  ...DEFAULT_FBA_SWITCHES,
  ...DEFAULT_REPORT_SWITCHES,
  ...DEFAULT_NOTIFICATION_SWITCHES,
  ...DEFAULT_QUEUE_SWITCHES,
}

export interface AmazonSimulatorOptions {
  /** @default 0, any free port */
  port?: number
  /** Seed of tokens, faults and shuffles. @default 1 */
  seed?: number | string
  /** @default the real clock */
  now?: () => Date
  /** @default one demo application, see `DEMO_APPLICATION` */
  applications?: ApplicationOptions[]
  /** @default one demo seller, see `DEMO_SELLER` */
  sellers?: SellerOptions[]
  /** Overrides the published usage plans. */
  limits?: Partial<Record<SpApiOperation, RateLimit>>
  switches?: Partial<Switches>
  /** Queues of the operator's AWS account. @default one, see `DEMO_QUEUE` */
  queues?: QueueOptions[]
  /** Key ids that the queues are opened with. @default `DEMO_ACCESS_KEY_ID` */
  awsAccessKeyIds?: string[]
  /** Calls kept in the log; older ones are dropped. @default 10000 */
  logSize?: number
}

export const DEMO_APPLICATION: Readonly<ApplicationOptions> = {
  clientId: "amzn1.application-oa2-client.simulator",
  clientSecret: "amzn1.oa2-cs.v1.simulator",
  applicationId: "amzn1.sp.solution.simulator",
}

export const DEMO_SELLER: Readonly<SellerOptions> = {
  sellingPartnerId: "A2SIMULATOR00",
  refreshTokens: ["Atzr|simulator-refresh-token"],
  marketplaces: ["US", "CA", "MX", "BR", "UK", "DE", "FR", "IT", "ES", "JP"],
}
