import { answerConsent } from "./consent"
import type { Fault } from "./faults"
import { FBA_OPERATIONS } from "./fba/operations"
import { patchListingsItem } from "./listings/patch-listing"
import { getListingsItem, searchListingsItems } from "./listings/read-listings"
import { answerTokenCall } from "./lwa"
import { NOTIFICATION_OPERATIONS } from "./notifications/operations"
import type { OpenOperation, Role, SpApiOperation } from "./options"
import { getOrder, searchOrders } from "./orders-api"
import { downloadReport } from "./reports/document"
import { REPORT_OPERATIONS } from "./reports/operations"
import { getMarketplaceParticipations } from "./sellers-api"
import { confirmShipment } from "./shipments/confirm-shipment"
import type { Answer } from "./sp-api-answer"
import { SQS_ROUTES } from "./sqs/operations"
import type { RateLimit } from "./token-bucket"
import type { GrantlessCall, OpenCall, SpApiCall, World } from "./world"

interface OperationPath {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"
  /** As in the platform's model: `{name}` stands for one part of the path. */
  path: string
  /** Requests a second and burst published for the operation (page "Usage Plans and Rate Limits"). */
  limit: RateLimit
  /** A JSON body is needed; other operations refuse one. */
  takesBody?: boolean
}

/** Called for a seller, whose authorisation must hold the role; "any" where the handler decides. */
interface SellerOperation extends OperationPath {
  role: Role | "any"
  handle(world: World, call: SpApiCall, faults: readonly Fault[]): Answer
}

/** Called for the application itself, with a token of grant type client_credentials for the scope. */
interface GrantlessOperation extends OperationPath {
  scope: string
  handle(world: World, call: GrantlessCall, faults: readonly Fault[]): Answer
}

export type OperationRow = SellerOperation | GrantlessOperation

/** Every operation of the Selling Partner API that the simulator knows. A new one is a row here and a name in options.ts. */
export const OPERATIONS: Readonly<Record<SpApiOperation, OperationRow>> = {
  searchOrders: {
    method: "GET",
    path: "/orders/2026-01-01/orders",
    role: "Inventory and Order Tracking",
    limit: { rate: 0.0056, burst: 20 },
    handle: searchOrders,
  },
  getOrder: {
    method: "GET",
    path: "/orders/2026-01-01/orders/{orderId}",
    role: "Inventory and Order Tracking",
    limit: { rate: 0.5, burst: 30 },
    handle: getOrder,
  },
  getMarketplaceParticipations: {
    method: "GET",
    path: "/sellers/v1/marketplaceParticipations",
    role: "Selling Partner Insights",
    limit: { rate: 0.016, burst: 15 },
    handle: getMarketplaceParticipations,
  },
  confirmShipment: {
    method: "POST",
    path: "/orders/v0/orders/{orderId}/shipmentConfirmation",
    role: "Inventory and Order Tracking",
    limit: { rate: 2, burst: 10 },
    takesBody: true,
    handle: confirmShipment,
  },
  searchListingsItems: {
    method: "GET",
    path: "/listings/2021-08-01/items/{sellerId}",
    role: "Product Listing",
    limit: { rate: 5, burst: 5 },
    handle: searchListingsItems,
  },
  getListingsItem: {
    method: "GET",
    path: "/listings/2021-08-01/items/{sellerId}/{sku}",
    role: "Product Listing",
    limit: { rate: 5, burst: 10 },
    handle: getListingsItem,
  },
  patchListingsItem: {
    method: "PATCH",
    path: "/listings/2021-08-01/items/{sellerId}/{sku}",
    role: "Product Listing",
    limit: { rate: 5, burst: 5 },
    takesBody: true,
    handle: patchListingsItem,
  },
  ...FBA_OPERATIONS,
  ...REPORT_OPERATIONS,
  ...NOTIFICATION_OPERATIONS,
}

export interface OpenRoute {
  /** @default any */
  method?: string
  /** @default any */
  path?: string
  /** Value of the header X-Amz-Target. @default any */
  target?: string
  answer(world: World, call: OpenCall): Answer | Promise<Answer>
}

/** What is called without an access token and without a usage plan. */
export const OPEN_ROUTES: Readonly<Record<OpenOperation, OpenRoute>> = {
  token: { path: "/auth/o2/token", answer: answerTokenCall },
  consent: { method: "GET", path: "/apps/authorize/consent", answer: answerConsent },
  downloadReport: { method: "GET", path: "/report-documents/{documentId}", answer: downloadReport },
  ...SQS_ROUTES,
}

/** The usage plans published for each operation. */
export const PUBLISHED_LIMITS = Object.fromEntries(
  Object.entries(OPERATIONS).map(([operation, { limit }]) => [operation, limit]),
) as Readonly<Record<SpApiOperation, RateLimit>>
