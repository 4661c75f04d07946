import type {
  Authorization,
  Connection,
  Connector,
  ConnectorDescription,
  ListingSource,
  LocationSource,
  OrderSource,
  ShipmentSink,
  StockSink,
  Verification,
  WebhookReceiver,
} from "../../connector"
import { NuvemshopAuthorization } from "./authorization"
import { description } from "./description"
import { resolveOptions, type NuvemshopOptions } from "./options"
import { NuvemshopOrders } from "./orders"
import { NuvemshopShipments } from "./shipments/shipments"
import { NuvemshopListings } from "./stock/listings"
import { NuvemshopLocations } from "./stock/locations"
import { NuvemshopStock } from "./stock/stock"
import { readStore } from "./store"
import { Transport } from "./transport"
import { Registrations } from "./webhooks/registrations"
import { NuvemshopWebhooks } from "./webhooks/webhooks"

/** Nuvemshop (Tiendanube) by its API 2025-03: connects stores, brings their orders, and takes shipments and stock. */
export class NuvemshopConnector implements Connector {
  static readonly identifier = "nuvemshop"

  readonly authorization: Authorization
  readonly orders: OrderSource
  readonly listings: ListingSource
  readonly shipments: ShipmentSink
  readonly stock: StockSink
  readonly locations: LocationSource
  readonly webhooks: WebhookReceiver
  private readonly transport: Transport

  /** @throws Error with a sentence that names the option that is missing or malformed; called at boot. */
  static validateOptions(options: unknown): void {
    resolveOptions(options)
  }

  constructor(_dependencies: Record<string, unknown>, options: NuvemshopOptions) {
    const settings = resolveOptions(options)
    this.transport = new Transport(settings)
    this.authorization = new NuvemshopAuthorization(settings)
    this.orders = new NuvemshopOrders(this.transport)
    this.listings = new NuvemshopListings(this.transport)
    this.shipments = new NuvemshopShipments(this.transport)
    this.stock = new NuvemshopStock(this.transport)
    this.locations = new NuvemshopLocations(this.transport)
    this.webhooks = new NuvemshopWebhooks(settings, new Registrations(this.transport))
  }

  describe(): ConnectorDescription {
    return description
  }

  /** @throws ConnectorError `authorization_lost`, `suspended`, `rejected`, `unavailable`, `throttled`, `contract_broken`. */
  verify(connection: Connection): Promise<Verification> {
    return readStore(this.transport, connection)
  }
}
