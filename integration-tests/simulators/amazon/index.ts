/** A simulator of Amazon's Selling Partner API (orders, shipments, listings, sellers, Login with Amazon) for tests and demonstrations. */
export { type CallRecord, secretHash } from "./call-log"
export type { Fault, FaultKind, FaultSchedule, LwaErrorCode, OrderMutator, PlannedFault } from "./faults"
export type { FbaItem, FbaQuantities, FbaStockOptions, UnfulfillableReason } from "./fba/fba-item"
export type { LedgerEvent } from "./fba/fba-ledger"
export type { FbaStock, MovementDetails } from "./fba/fba-stock"
export { type FbaDay, type FbaMonth, type FbaMonthOptions, generateFbaMonth } from "./fba/month"
export type { FbaDayFacts, FbaMonthFacts, FbaSkuFacts } from "./fba/month-facts"
export { fuzzJson } from "./fuzz"
export * from "./generator"
export type {
  EffectiveEntry,
  Listing,
  ListingOptions,
  MarketplaceAvailability,
  SubmittedEntry,
} from "./listings/listing"
export type { ListingChange, ListingPatch } from "./listings/listing-store"
export { type Marketplace, MARKETPLACES, marketplaceOf } from "./marketplaces"
export { PUBLISHED_LIMITS } from "./operations"
export {
  type AmazonSimulatorOptions,
  type ApplicationOptions,
  DEFAULT_SWITCHES,
  DEMO_APPLICATION,
  DEMO_SELLER,
  type Operation,
  type ParticipationOptions,
  type Role,
  ROLES,
  type SellerOptions,
  type SpApiOperation,
  type Switches,
} from "./options"
export type { CancelOptions, CancelRequestOptions, ShipOptions } from "./order-store"
export { CARRIER_CODES } from "./shipments/carrier-codes"
export type { ConfirmedPackage, ShipmentConfirmation } from "./shipments/log"
export { Random } from "./random"
export { type AmazonSimulator, startAmazonSimulator } from "./simulator"
export type { OpenedQueue } from "./sqs/opened-queue"
export { DEMO_ACCESS_KEY_ID, DEMO_QUEUE, type QueueOptions } from "./sqs/switches"
export type { RateLimit } from "./token-bucket"
export type * from "./types"
