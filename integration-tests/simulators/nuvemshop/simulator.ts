import type { AddressInfo } from "node:net"
import type { CallRecord } from "./call-log"
import { orderMethods } from "./control/order-methods"
import { proofMethods } from "./control/proof-methods"
import { storeMethods } from "./control/store-methods"
import { webhookMethods } from "./control/webhook-methods"
import type { Dispatch, EffectKind, EffectRecord } from "./effects"
import type { Fault, PlannedFault } from "./faults"
import type { Operation } from "./operation-names"
import type { AppOptions, Limits, NuvemshopSimulatorOptions, StoreOptions } from "./options"
import type { CancelOptions } from "./orders/change-order"
import type { Order, OrderAmounts } from "./orders/order"
import type { LineOptions, PlaceOrderOptions } from "./orders/place-order-options"
import type { ShipOptions } from "./orders/ship-order"
import type { Product, ProductOptions } from "./products/product"
import { createSimulatorServer } from "./server"
import type { Location, LocationOptions } from "./store/location"
import type { Store } from "./store/store"
import type { Switches } from "./switches"
import type { Attempt, DeliveryQueue } from "./webhooks/delivery-queue"
import type { PrivacyOptions } from "./webhooks/privacy"
import type { Webhook } from "./webhooks/registry"
import { World } from "./world"

/** A running simulator of Nuvemshop. `storeId` is the first store, `appId` the first application, when left out. */
export interface NuvemshopSimulator {
  /** Base of the API, `http://127.0.0.1:{port}`: a store is `{url}/2025-03/{storeId}`. */
  readonly url: string
  /** Base of the install: `{authUrl}/apps/{appId}/authorize` and `{authUrl}/apps/authorize/token`. */
  readonly authUrl: string
  readonly port: number
  /** Behaviour switches; may be changed while it runs. */
  readonly switches: Switches
  close(): Promise<void>

  /** What the partner portal holds; may be changed while it runs. */
  app(appId?: string): AppOptions
  store(storeId?: number): Store
  readonly stores: ReadonlyMap<number, Store>
  addStore(store: StoreOptions): Store
  addLocation(location: LocationOptions, storeId?: number): Location
  /** The merchant who is signed in where an application is accepted. */
  signIn(storeId: number): void
  /** Where a merchant who accepts is sent, with a new code; without a state as from the platform's app store. */
  accept(options?: { state?: string; storeId?: number; appId?: string }): string
  /** Installs without the browser and answers the token. */
  install(options?: { storeId?: number; appId?: string; token?: string }): string
  uninstall(storeId?: number): void
  suspend(storeId?: number): void
  resume(storeId?: number): void
  /** The token dies though the application stays installed. */
  revokeToken(storeId?: number): void

  addProduct(product: ProductOptions, storeId?: number): Product
  product(sku: string, storeId?: number): Product
  /** What is there in the platform's own admin; `stock` null is unlimited. */
  setStock(sku: string, stock: number | null, options?: { locationId?: string; storeId?: number }): void
  /** Units of a SKU over all locations, or at one; null is unlimited. */
  stock(sku: string, options?: { locationId?: string; storeId?: number }): number | null

  /** A buyer places an order now, with webhooks and stock unless it is `silent`. */
  placeOrder(order: PlaceOrderOptions): Order
  /** Orders of the past: no webhook, no stock. */
  addOrders(orders: readonly PlaceOrderOptions[], storeId?: number): Order[]
  order(orderId: number): Order
  orderIds(storeId?: number): number[]
  /** The id of an order as the API and the webhooks show it now. */
  shownOrderId(orderId: number): string
  amounts(orderId: number): OrderAmounts
  payOrder(orderId: number): Order
  cancelOrder(orderId: number, options?: CancelOptions): Order
  refundOrder(orderId: number, amount?: string | number): Order
  voidOrder(orderId: number): Order
  editOrder(
    orderId: number,
    edit: { add?: LineOptions[]; remove?: string[]; quantities?: Record<string, number> },
  ): Order
  /** The merchant ships in the platform's own admin. */
  shipOrder(orderId: number, options?: ShipOptions): Order
  /** Moves updated_at, with `order/updated`. */
  touchOrder(orderId: number): Order
  /** Replaces fields of the answer, however wrong; nothing else changes. */
  showOrderAs(orderId: number, fields: Record<string, unknown>): void

  webhooks(storeId?: number): Webhook[]
  /** Sends any event with any fields, as if it had happened. */
  sendWebhook(event: string, payload?: Record<string, unknown>, storeId?: number): void
  /** Webhooks pile up until `releaseWebhooks`. */
  holdWebhooks(): void
  releaseWebhooks(options?: Parameters<DeliveryQueue["release"]>[0]): Promise<void>
  /** Resolves when nothing is being sent and nothing is due. */
  settle(): Promise<void>
  deliveries(event?: string): Attempt[]
  pendingWebhooks(): ReturnType<DeliveryQueue["pending"]>
  storeRedact(options?: PrivacyOptions): void
  customersRedact(options?: PrivacyOptions): void
  dataRequest(options?: PrivacyOptions): void

  now(): Date
  /** Moves time and sends what became due. */
  advance(ms: number): Promise<void>

  /** Plans a fault; answers its id. */
  addFault(fault: Fault): string
  clearFaults(id?: string): void
  faults(): PlannedFault[]
  calls(operation?: Operation): CallRecord[]
  callCount(operation?: Operation): number
  clearCalls(): void
  /** Everything that took effect, in the order it happened. */
  effects<K extends EffectKind>(kind?: K): Extract<EffectRecord, { kind: K }>[]
  /** How often each fulfillment order was dispatched, and with which tracking. */
  dispatches(orderId?: number): Dispatch[]
  clearEffects(): void
  setLimits(limits: Partial<Limits>): void
}

/** Starts a simulator on the loopback interface. */
export async function startNuvemshopSimulator(
  options: NuvemshopSimulatorOptions = {},
): Promise<NuvemshopSimulator> {
  const world = new World(options)
  const server = createSimulatorServer(world)
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject)
    server.listen(options.port ?? 0, "127.0.0.1", resolve)
  })
  const { port } = server.address() as AddressInfo
  world.url = `http://127.0.0.1:${port}`
  return {
    url: world.url,
    authUrl: world.url,
    port,
    switches: world.switches,
    close: () =>
      new Promise<void>((resolve, reject) => {
        world.deliveries.close()
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
    ...storeMethods(world),
    ...orderMethods(world),
    ...webhookMethods(world),
    ...proofMethods(world),
  }
}
