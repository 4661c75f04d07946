/** A simulator of Nuvemshop's API, install and webhooks for tests and demonstrations. */
export type { CallRecord } from "./call-log"
export type { Dispatch, Effect, EffectKind, EffectRecord } from "./effects"
export type { CallFaultKind, Fault, FaultKind, FaultSchedule, PlannedFault, WebhookFaultKind } from "./faults"
export type { FulfillmentOrder, FulfillmentStatus, TrackingEvent } from "./fulfillment/fulfillment-order"
export * from "./generator"
export type { BucketLimit } from "./leaky-bucket"
export type { Operation } from "./operation-names"
export {
  type AppOptions,
  DEMO_APP,
  DEMO_STORE,
  type Limits,
  type NuvemshopSimulatorOptions,
  type Plan,
  type PrivacyUrls,
  PUBLISHED_LIMITS,
  type StoreOptions,
} from "./options"
export type { CancelOptions } from "./orders/change-order"
export {
  type Order,
  type OrderAmounts,
  orderAmounts,
  type OrderLine,
  type PaymentStatus,
} from "./orders/order"
export type {
  BuyerOptions,
  LineOptions,
  PlaceOrderOptions,
  ShippingOptions,
} from "./orders/place-order-options"
export type { ShipOptions } from "./orders/ship-order"
export type { Product, ProductOptions, Variant, VariantOptions } from "./products/product"
export { CONNECTOR_SCOPES, type Scope } from "./scopes"
export { type NuvemshopSimulator, startNuvemshopSimulator } from "./simulator"
export type { Location, LocationOptions } from "./store/location"
export type { Store } from "./store/store"
export { DEFAULT_SWITCHES, type Switches } from "./switches"
export { type Attempt, signatureOf } from "./webhooks/delivery-queue"
export type { PrivacyOptions } from "./webhooks/privacy"
export { retryGaps } from "./webhooks/retry-gaps"
export type { Webhook } from "./webhooks/registry"
