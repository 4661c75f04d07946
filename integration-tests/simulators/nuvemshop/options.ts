import type { BucketLimit } from "./leaky-bucket"
import type { ProductOptions } from "./products/product"
import { CONNECTOR_SCOPES, type Scope } from "./scopes"
import type { LocationOptions } from "./store/location"
import type { Switches } from "./switches"

/** What the partner portal holds of an application. */
export interface AppOptions {
  /** Also its client id. */
  appId: string
  clientSecret: string
  /** @default "Simulated app" */
  name?: string
  /** Where a merchant returns to; without one the install page cannot end well. @default none */
  redirectUrl?: string
  /** @default the least a connector needs */
  scopes?: Scope[]
  privacyUrls?: PrivacyUrls
}

export interface PrivacyUrls {
  storeRedact?: string
  customersRedact?: string
  customersDataRequest?: string
}

/** "next" and "evolution" have ten times the requests. */
export type Plan = "free" | "basic" | "next" | "evolution"

export interface StoreOptions {
  /** Also the `user_id` of the token answer. */
  id: number
  /** @default "Loja Simulada" */
  name?: string
  /** CPF or CNPJ. @default an invented CNPJ */
  businessId?: string
  businessName?: string
  email?: string
  phone?: string
  /** @default "BR" */
  country?: string
  /** @default "BRL" */
  currency?: string
  /** @default "pt" */
  mainLanguage?: string
  /** @default the main language and "es", "en" */
  languages?: string[]
  /** @default "basic" */
  plan?: Plan
  /** @default ["inventory-levels", "fulfillment-orders"] */
  features?: string[]
  /** @default one, the default location */
  locations?: LocationOptions[]
  /** @default none */
  products?: ProductOptions[]
  /** Token of the first application as if it were installed already. @default not installed */
  accessToken?: string
  /** First order number. @default 100 */
  firstNumber?: number
}

export interface Limits {
  /** Requests of one application in one store. @default 40, 2 a second */
  requests: BucketLimit
  /** Weight of stock and variant writes; the platform does not publish it. @default 2000, 100 a second */
  writes: BucketLimit
}

export const PUBLISHED_LIMITS: Readonly<Limits> = {
  requests: { size: 40, perSecond: 2 },
  writes: { size: 2000, perSecond: 100 },
}

export interface NuvemshopSimulatorOptions {
  /** @default 0, any free port */
  port?: number
  /** Seed of tokens, faults and shuffles. @default 1 */
  seed?: number | string
  /** Id of the first order that is placed without one: of a store that was there before, more than it has. */
  firstOrderId?: number
  /** With a clock of its own only `advance` and that clock move retries. @default the real clock */
  now?: () => Date
  /** @default one demo application, see `DEMO_APP` */
  apps?: AppOptions[]
  /** @default one demo store, see `DEMO_STORE` */
  stores?: StoreOptions[]
  limits?: Partial<Limits>
  switches?: Partial<Switches>
  /** Calls kept in the log; older ones are dropped. @default 10000 */
  logSize?: number
}

export const DEMO_APP: Readonly<AppOptions> = {
  appId: "29001",
  clientSecret: "simulator-client-secret-0f3c",
  name: "Simulated app",
  scopes: [...CONNECTOR_SCOPES],
}

export const DEMO_STORE: Readonly<StoreOptions> = { id: 4_512_001 }
