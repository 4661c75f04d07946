import type { AddressInfo } from "node:net"
import type { CallRecord } from "./call-log"
import type { Fault, PlannedFault } from "./faults"
import type {
  AmazonSimulatorOptions,
  Operation,
  Role,
  SellerOptions,
  SpApiOperation,
  Switches,
} from "./options"
import type { CancelOptions, ShipOptions } from "./order-store"
import { createSimulatorServer } from "./server"
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
  close(): Promise<void>

  addSeller(seller: SellerOptions): void
  /** Adds orders to a seller (the first, when none is named). A known order id is refused. */
  addOrders(orders: readonly Order[], sellingPartnerId?: string): void
  /** Changes an order and moves its lastUpdatedTime to now. */
  updateOrder(orderId: string, change: Partial<Order> | ((order: Order) => Order)): Order
  cancelOrder(orderId: string, options?: CancelOptions): Order
  /** Ships units of an order, all that is left unless told otherwise. */
  shipOrder(orderId: string, options?: ShipOptions): Order
  /** Moves lastUpdatedTime and nothing else. */
  touch(orderId: string): Order
  /** The newest state of an order, whether visible or not. */
  order(orderId: string): Order
  orderIds(sellingPartnerId?: string): string[]

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
  return {
    url,
    tokenUrl: `${url}/auth/o2/token`,
    sellerCentralUrl: url,
    switches: world.switches,
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
    addSeller: (seller) => {
      world.accounts.addSeller(seller)
      world.store(seller.sellingPartnerId).add(seller.orders ?? [])
    },
    addOrders: (orders, sellingPartnerId) => world.store(sellingPartnerId).add(orders),
    updateOrder: (orderId, change) => world.storeOf(orderId).update(orderId, change),
    cancelOrder: (orderId, cancel) => world.storeOf(orderId).cancel(orderId, cancel),
    shipOrder: (orderId, ship) => world.storeOf(orderId).ship(orderId, ship),
    touch: (orderId) => world.storeOf(orderId).update(orderId, {}),
    order: (orderId) => world.storeOf(orderId).latest(orderId),
    orderIds: (sellingPartnerId) => world.store(sellingPartnerId).ids(),
    addFault: (fault) => world.faults.add(fault),
    clearFaults: (id) => world.faults.clear(id),
    faults: () => world.faults.list(),
    calls: (operation) => world.log.list(operation),
    callCount: (operation) => world.log.count(operation),
    clearCalls: () => world.log.clear(),
    revokeAccessTokens: (token) => world.accounts.revokeAccessTokens(token),
    revokeRefreshToken: (refreshToken) => world.accounts.revokeRefreshToken(refreshToken),
    expirePageTokens: () => world.pageTokens.expireAll(),
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
