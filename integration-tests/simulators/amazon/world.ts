import { Accounts, type Grant } from "./accounts"
import { CallLog } from "./call-log"
import { FaultPlan } from "./faults"
import {
  type AmazonSimulatorOptions,
  DEFAULT_SWITCHES,
  DEMO_APPLICATION,
  DEMO_SELLER,
  PUBLISHED_LIMITS,
  type SpApiOperation,
  type Switches,
} from "./options"
import { OrderStore } from "./order-store"
import type { ListingPosition } from "./orders-api"
import { PageTokens } from "./page-tokens"
import { Random } from "./random"
import { type RateLimit, TokenBuckets } from "./token-bucket"

/** Everything one simulator knows; the handlers read and change it. */
export class World {
  readonly now: () => Date
  readonly switches: Switches
  readonly limits: Record<SpApiOperation, RateLimit>
  readonly random: Random
  readonly accounts: Accounts
  readonly buckets: TokenBuckets
  readonly pageTokens: PageTokens<ListingPosition>
  readonly faults: FaultPlan
  readonly log: CallLog
  /** The seller who answers the consent page. */
  consentSellerId: string
  private readonly stores = new Map<string, OrderStore>()

  constructor(options: AmazonSimulatorOptions) {
    const seed = new Random(options.seed ?? 1)
    this.now = options.now ?? (() => new Date())
    this.switches = { ...DEFAULT_SWITCHES, ...options.switches }
    this.limits = { ...PUBLISHED_LIMITS, ...options.limits }
    this.random = seed.fork("answers")
    this.accounts = new Accounts(this.now, seed.fork("accounts"), this.switches)
    this.buckets = new TokenBuckets(this.now)
    this.pageTokens = new PageTokens<ListingPosition>(this.now, seed.fork("page-tokens"))
    this.faults = new FaultPlan(seed.fork("faults"))
    this.log = new CallLog(options.logSize ?? 10_000)
    for (const application of options.applications ?? [DEMO_APPLICATION])
      this.accounts.addApplication(application)
    for (const seller of options.sellers ?? [DEMO_SELLER]) {
      this.accounts.addSeller(seller)
      this.store(seller.sellingPartnerId).add(seller.orders ?? [])
    }
    this.consentSellerId = this.accounts.seller().sellingPartnerId
  }

  /** Orders of one seller; the first seller when none is named. */
  store(sellingPartnerId?: string): OrderStore {
    const id = this.accounts.seller(sellingPartnerId).sellingPartnerId
    const known = this.stores.get(id)
    if (known) return known
    const store = new OrderStore(this.now, () => this.switches.visibilityDelayMs)
    this.stores.set(id, store)
    return store
  }

  /** The store that holds an order, whoever sells it. */
  storeOf(orderId: string): OrderStore {
    const found = [...this.stores.values()].find((store) => store.has(orderId))
    if (!found) throw new Error(`The simulator has no order ${orderId}.`)
    return found
  }
}

/** A call that passed authentication. */
export interface SpApiCall {
  method: string
  path: string
  rawQuery: string
  clientId: string
  grant: Grant
}
