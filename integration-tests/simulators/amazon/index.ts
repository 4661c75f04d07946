/** A simulator of Amazon's Selling Partner API (orders, sellers, Login with Amazon) for tests and demonstrations. */
export { type CallRecord, secretHash } from "./call-log"
export type { Fault, FaultKind, FaultSchedule, LwaErrorCode, OrderMutator, PlannedFault } from "./faults"
export { fuzzJson } from "./fuzz"
export * from "./generator"
export { type Marketplace, MARKETPLACES, marketplaceOf } from "./marketplaces"
export {
  type AmazonSimulatorOptions,
  type ApplicationOptions,
  DEFAULT_SWITCHES,
  DEMO_APPLICATION,
  DEMO_SELLER,
  type Operation,
  type ParticipationOptions,
  PUBLISHED_LIMITS,
  type Role,
  ROLES,
  type SellerOptions,
  type SpApiOperation,
  type Switches,
} from "./options"
export type { CancelOptions, ShipOptions } from "./order-store"
export { Random } from "./random"
export { type AmazonSimulator, startAmazonSimulator } from "./simulator"
export type { RateLimit } from "./token-bucket"
export type * from "./types"
