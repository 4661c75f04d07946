import type { IncomingHttpHeaders } from "node:http"
import { Accounts, type Grant } from "./accounts"
import { CallLog, type CallRecord } from "./call-log"
import { type Fault, FaultPlan } from "./faults"
import { FbaStock } from "./fba/fba-stock"
import { followOrder } from "./fba/follow-order"
import type { FbaMonth } from "./fba/month"
import { ListingStore } from "./listings/listing-store"
import { notifyOrderChange } from "./notifications/notify"
import { Subscriptions } from "./notifications/subscriptions"
import { PUBLISHED_LIMITS } from "./operations"
import {
  type AmazonSimulatorOptions,
  DEFAULT_SWITCHES,
  DEMO_APPLICATION,
  DEMO_SELLER,
  type SellerOptions,
  type SpApiOperation,
  type Switches,
} from "./options"
import { type CancelOptions, OrderStore } from "./order-store"
import type { ListingPosition } from "./orders-api"
import { PageTokens } from "./page-tokens"
import { Random } from "./random"
import { ReportArchive } from "./reports/report-archive"
import type { ReportPosition } from "./reports/reports-api"
import { ShipmentLog } from "./shipments/log"
import { Queues } from "./sqs/queues"
import { DEMO_ACCESS_KEY_ID, DEMO_QUEUE } from "./sqs/switches"
import { type RateLimit, TokenBuckets } from "./token-bucket"
import type { Order } from "./types"

/** Everything one simulator knows; the handlers read and change it. */
export class World {
  readonly now: () => Date
  readonly switches: Switches
  readonly limits: Record<SpApiOperation, RateLimit>
  readonly random: Random
  readonly accounts: Accounts
  readonly buckets: TokenBuckets
  readonly pageTokens: PageTokens<ListingPosition>
  readonly listingPages: PageTokens<number>
  readonly shipments: ShipmentLog
  readonly fbaPageTokens: PageTokens<{ after: string }>
  readonly reportPageTokens: PageTokens<ReportPosition>
  readonly reports: ReportArchive
  readonly subscriptions: Subscriptions
  readonly notificationRandom: Random
  readonly queues: Queues
  readonly awsAccessKeyIds: readonly string[]
  /** Months of FBA life that were begun by control. */
  readonly fbaMonths: { month: FbaMonth; sellingPartnerId: string | undefined }[] = []
  readonly faults: FaultPlan
  readonly log: CallLog
  /** Base of every url given out; known once the server listens. */
  url = ""
  /** The seller who answers the consent page. */
  consentSellerId: string
  private readonly stores = new Map<string, OrderStore>()
  private readonly listingStores = new Map<string, ListingStore>()
  private readonly fbaStocks = new Map<string, FbaStock>()

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
    this.listingPages = new PageTokens<number>(this.now, seed.fork("listing-pages"))
    this.shipments = new ShipmentLog(this.now)
    this.log = new CallLog(options.logSize ?? 10_000)
    this.fbaPageTokens = new PageTokens(this.now, seed.fork("fba-pages"))
    this.reportPageTokens = new PageTokens(this.now, seed.fork("report-pages"))
    this.reports = new ReportArchive(seed.fork("reports"))
    this.subscriptions = new Subscriptions(seed.fork("subscriptions"))
    this.notificationRandom = seed.fork("notifications")
    this.queues = new Queues(this.now, seed.fork("queues"), this.switches)
    for (const queue of options.queues ?? [DEMO_QUEUE]) this.queues.add(queue)
    this.awsAccessKeyIds = options.awsAccessKeyIds ?? [DEMO_ACCESS_KEY_ID]
    for (const application of options.applications ?? [DEMO_APPLICATION])
      this.accounts.addApplication(application)
    for (const seller of options.sellers ?? [DEMO_SELLER]) this.addSeller(seller)
    this.consentSellerId = this.accounts.seller().sellingPartnerId
  }

  addSeller(seller: SellerOptions): void {
    this.accounts.addSeller(seller)
    this.store(seller.sellingPartnerId).add(seller.orders ?? [])
    this.listings(seller.sellingPartnerId).add(seller.listings ?? [])
    if (seller.fba) this.fba(seller.sellingPartnerId).set(...seller.fba)
  }

  /** Orders that buyers place now; their units leave what the merchant offers. */
  placeOrders(orders: readonly Order[], sellingPartnerId?: string): void {
    this.store(sellingPartnerId).add(orders)
    if (!this.switches.ordersLowerQuantity) return
    const sold = orders.filter((order) => order.fulfillment?.fulfillmentStatus !== "CANCELLED")
    for (const order of sold) this.listings(sellingPartnerId).move(order, "sold")
  }

  cancelOrder(orderId: string, options: CancelOptions = {}): Order {
    const [id, store] = this.storeEntry(orderId)
    const before = store.latest(orderId)
    const open = before.fulfillment?.fulfillmentStatus !== "CANCELLED"
    if (open && this.switches.cancelRestoresQuantity) this.listings(id).move(before, "returned")
    return store.cancel(orderId, options)
  }

  /** Listings of one seller; the first seller when none is named. */
  listings(sellingPartnerId?: string): ListingStore {
    const seller = this.accounts.seller(sellingPartnerId)
    const id = seller.sellingPartnerId
    const known = this.listingStores.get(id)
    if (known) return known
    const marketplaces = () =>
      this.accounts
        .seller(id)
        .participations.filter((one) => one.isParticipating)
        .map((one) => one.marketplaceId)
    const store = new ListingStore(this.now, this.switches, marketplaces)
    this.listingStores.set(id, store)
    return store
  }

  /** Orders of one seller; the first seller when none is named. */
  store(sellingPartnerId?: string): OrderStore {
    const id = this.accounts.seller(sellingPartnerId).sellingPartnerId
    const known = this.stores.get(id)
    if (known) return known
    const changed = (before: Order | undefined, after: Order): void => {
      followOrder(this.fba(id), before, after)
      notifyOrderChange(this, id, before, after)
    }
    const store = new OrderStore(this.now, () => this.switches.visibilityDelayMs, changed)
    this.stores.set(id, store)
    return store
  }

  /** What Amazon holds for one seller; the first seller when none is named. */
  fba(sellingPartnerId?: string): FbaStock {
    const id = this.accounts.seller(sellingPartnerId).sellingPartnerId
    const known = this.fbaStocks.get(id)
    if (known) return known
    const pooled = (): boolean => this.switches.fbaPool === "pan-eu"
    const listed = (sku: string) => this.listings(id).find(sku)
    const stock = new FbaStock(this.now, pooled, listed)
    this.fbaStocks.set(id, stock)
    return stock
  }

  /** The store that holds an order, whoever sells it. */
  storeOf(orderId: string): OrderStore {
    return this.storeEntry(orderId)[1]
  }

  expirePageTokens(): void {
    this.pageTokens.expireAll()
    this.listingPages.expireAll()
    this.fbaPageTokens.expireAll()
    this.reportPageTokens.expireAll()
  }

  private storeEntry(orderId: string): [string, OrderStore] {
    const found = [...this.stores].find(([, store]) => store.has(orderId))
    if (!found) throw new Error(`The simulator has no order ${orderId}.`)
    return found
  }
}

/** A request as it came; parts of its path by name. */
interface Request {
  method: string
  path: string
  rawQuery: string
  body: string
  parts: Readonly<Record<string, string>>
}

/** A call that needs no access token. */
export interface OpenCall extends Request {
  headers: IncomingHttpHeaders
  faults: readonly Fault[]
  record: CallRecord
  /** Aborted when the caller has gone. */
  signal: AbortSignal
}

/** A call that passed authentication; its parts are URL-decoded. */
export interface GrantlessCall extends Request {
  clientId: string
}

/** A call for a seller. */
export interface SpApiCall extends GrantlessCall {
  grant: Grant
}
