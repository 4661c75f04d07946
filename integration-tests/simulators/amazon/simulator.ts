import type { AddressInfo } from "node:net"
import type { CallRecord } from "./call-log"
import type { Fault, PlannedFault } from "./faults"
import type { FbaStock } from "./fba/fba-stock"
import type { FbaMonth } from "./fba/month"
import { openFbaMonth, playFbaDay } from "./fba/play-month"
import type { Listing, ListingOptions } from "./listings/listing"
import type { ListingChange, ListingPatch } from "./listings/listing-store"
import type {
  AmazonSimulatorOptions,
  Operation,
  Role,
  SellerOptions,
  SpApiOperation,
  Switches,
} from "./options"
import type { CancelOptions, CancelRequestOptions, ShipOptions } from "./order-store"
import { createSimulatorServer } from "./server"
import type { ConfirmedPackage, ShipmentConfirmation } from "./shipments/log"
import { openQueue, type OpenedQueue } from "./sqs/opened-queue"
import type { RateLimit } from "./token-bucket"
import type { Order } from "./types"
import { World } from "./world"

/** A running simulator of Amazon's Selling Partner API. */
export interface AmazonSimulator {
  /** Base of the Selling Partner API, `http://127.0.0.1:{port}`. */
  readonly url: string
  /** Login with Amazon's token endpoint. */
  readonly tokenUrl: string
  /** Base of Seller Central: the consent page is `{sellerCentralUrl}/apps/authorize/consent`. */
  readonly sellerCentralUrl: string
  /** Behaviour switches; may be changed while it runs. */
  readonly switches: Switches
  /** The first queue, with what an SQS client needs to open it. */
  readonly queue: OpenedQueue
  close(): Promise<void>

  addSeller(seller: SellerOptions): void
  /** Adds orders to a seller (the first, when none is named). A known order id is refused. */
  addOrders(orders: readonly Order[], sellingPartnerId?: string): void
  /** Changes an order and moves its lastUpdatedTime to now. */
  updateOrder(orderId: string, change: Partial<Order> | ((order: Order) => Order)): Order
  cancelOrder(orderId: string, options?: CancelOptions): Order
  /** The buyer asks to cancel; nothing else changes. */
  requestCancel(orderId: string, options?: CancelRequestOptions): Order
  /** Ships units of an order, all that is left unless told otherwise. */
  shipOrder(orderId: string, options?: ShipOptions): Order
  /** Moves lastUpdatedTime and nothing else. */
  touch(orderId: string): Order
  /** The newest state of an order, whether visible or not. */
  order(orderId: string): Order
  orderIds(sellingPartnerId?: string): string[]

  /** Every confirmShipment that took effect, of one order or all, in the order they came. */
  shipments(orderId?: string): ShipmentConfirmation[]
  /** How often each package was created, edited, and confirmed again with the same content. */
  confirmedPackages(orderId?: string): ConfirmedPackage[]
  clearShipments(): void

  /** Adds listings to a seller (the first, when none is named). A known SKU is refused. */
  addListings(listings: readonly ListingOptions[], sellingPartnerId?: string): void
  /** The seller's own change, effective at once. */
  updateListing(sku: string, change: ListingChange, sellingPartnerId?: string): Listing
  removeListing(sku: string, sellingPartnerId?: string): void
  listing(sku: string, sellingPartnerId?: string): Listing
  listings(sellingPartnerId?: string): Listing[]
  /** Units of the merchant that buyers can order now, in a marketplace (by id; else in the listing's first one). */
  offered(sku: string, sellingPartnerId?: string, marketplaceId?: string): number | undefined
  /** Submissions that were accepted, in the order they came. */
  listingPatches(sku?: string, sellingPartnerId?: string): ListingPatch[]
  clearListingPatches(sellingPartnerId?: string): void

  /** What Amazon holds for a seller (the first, when none is named). */
  fba(sellingPartnerId?: string): FbaStock
  /** Gives a seller what a month begins with; the days follow by `playFbaDay`. */
  openFbaMonth(month: FbaMonth, sellingPartnerId?: string): void
  /** Lets one day (from 0) of a month happen. */
  playFbaDay(month: FbaMonth, day: number, sellingPartnerId?: string): void
  /** Ends every download url of a report. */
  expireReportUrls(): void

  /** Plans a fault; answers its id. */
  addFault(fault: Fault): string
  clearFaults(id?: string): void
  faults(): PlannedFault[]

  calls(operation?: Operation): CallRecord[]
  callCount(operation?: Operation): number
  clearCalls(): void

  /** Revokes one access token, or all of them; refresh tokens stay valid. */
  revokeAccessTokens(token?: string): void
  /** Ends a refresh token and its access tokens, as when the seller removes the application. */
  revokeRefreshToken(refreshToken: string): void
  expirePageTokens(): void
  /** Changes the roles a seller granted; with `needsNewAuthorization` only later authorisations have them. */
  setRoles(sellingPartnerId: string, roles: Role[], options?: { needsNewAuthorization?: boolean }): void
  /** A new client secret; the old one works for `graceMs` more. */
  rotateClientSecret(clientId: string, secret: string, graceMs?: number): void
  /** Another usage plan for an operation; its buckets start full. */
  setLimit(operation: SpApiOperation, limit: RateLimit): void
  /** Fills every token bucket. */
  resetLimits(): void
  /** The seller who is signed in on the consent page. */
  signInToSellerCentral(sellingPartnerId: string): void
}

/** Starts a simulator on the loopback interface. */
export async function startAmazonSimulator(options: AmazonSimulatorOptions = {}): Promise<AmazonSimulator> {
  const world = new World(options)
  const server = createSimulatorServer(world)
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(options.port ?? 0, "127.0.0.1", resolve)
  })
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  world.url = url
  return {
    url,
    tokenUrl: `${url}/auth/o2/token`,
    sellerCentralUrl: url,
    switches: world.switches,
    queue: openQueue(world),
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
    addSeller: (seller) => world.addSeller(seller),
    addOrders: (orders, sellingPartnerId) => world.placeOrders(orders, sellingPartnerId),
    updateOrder: (orderId, change) => world.storeOf(orderId).update(orderId, change),
    cancelOrder: (orderId, cancel) => world.cancelOrder(orderId, cancel),
    requestCancel: (orderId, request) => world.storeOf(orderId).requestCancel(orderId, request),
    shipOrder: (orderId, ship) => world.storeOf(orderId).ship(orderId, ship),
    touch: (orderId) => world.storeOf(orderId).update(orderId, {}),
    order: (orderId) => world.storeOf(orderId).latest(orderId),
    orderIds: (sellingPartnerId) => world.store(sellingPartnerId).ids(),
    shipments: (orderId) => world.shipments.list(orderId),
    confirmedPackages: (orderId) => world.shipments.packages(orderId),
    clearShipments: () => world.shipments.clear(),
    addListings: (listings, sellingPartnerId) => world.listings(sellingPartnerId).add(listings),
    updateListing: (sku, change, sellingPartnerId) => world.listings(sellingPartnerId).change(sku, change),
    removeListing: (sku, sellingPartnerId) => world.listings(sellingPartnerId).remove(sku),
    listing: (sku, sellingPartnerId) => world.listings(sellingPartnerId).state(sku),
    listings: (sellingPartnerId) => world.listings(sellingPartnerId).all(),
    offered: (sku, sellingPartnerId, marketplaceId) =>
      world.listings(sellingPartnerId).offered(sku, marketplaceId),
    listingPatches: (sku, sellingPartnerId) => world.listings(sellingPartnerId).accepted(sku),
    clearListingPatches: (sellingPartnerId) => world.listings(sellingPartnerId).clearAccepted(),
    fba: (sellingPartnerId) => world.fba(sellingPartnerId),
    openFbaMonth: (month, sellingPartnerId) => openFbaMonth(world, month, sellingPartnerId),
    playFbaDay: (month, day, sellingPartnerId) => playFbaDay(world, month, day, sellingPartnerId),
    expireReportUrls: () => world.reports.expireUrls(),
    addFault: (fault) => world.faults.add(fault),
    clearFaults: (id) => world.faults.clear(id),
    faults: () => world.faults.list(),
    calls: (operation) => world.log.list(operation),
    callCount: (operation) => world.log.count(operation),
    clearCalls: () => world.log.clear(),
    revokeAccessTokens: (token) => world.accounts.revokeAccessTokens(token),
    revokeRefreshToken: (refreshToken) => world.accounts.revokeRefreshToken(refreshToken),
    expirePageTokens: () => world.expirePageTokens(),
    setRoles: (id, roles, { needsNewAuthorization = false } = {}) =>
      world.accounts.setRoles(id, roles, needsNewAuthorization),
    rotateClientSecret: (clientId, secret, graceMs = 0) =>
      world.accounts.rotateClientSecret(clientId, secret, graceMs),
    setLimit: (operation, limit) => {
      world.limits[operation] = limit
      world.buckets.reset()
    },
    resetLimits: () => world.buckets.reset(),
    signInToSellerCentral: (sellingPartnerId) => {
      world.consentSellerId = world.accounts.seller(sellingPartnerId).sellingPartnerId
    },
  }
}
