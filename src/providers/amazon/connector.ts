import type {
  Authorization,
  ChangeFeed,
  Connection,
  Connector,
  ConnectorDescription,
  InventorySource,
  ListingSource,
  OrderSource,
  ShipmentSink,
  StockSink,
  Verification,
} from "../../connector"
import { AmazonAuthorization } from "./authorization"
import { AmazonChanges } from "./changes/changes"
import { Queue } from "./changes/queue"
import { Subscriptions } from "./changes/subscriptions"
import { credentialsOf } from "./credentials"
import { description } from "./description"
import { AmazonInventory } from "./inventory"
import { AmazonListings } from "./listings"
import { AccessTokens } from "./lwa"
import { marketplaceOf } from "./marketplaces"
import { resolveOptions, type AmazonOptions } from "./options"
import { AmazonOrders } from "./orders"
import { Reports } from "./reports/reports"
import { AmazonShipments } from "./shipments"
import { AmazonStock } from "./stock"
import { Transport } from "./transport"
import { parseWire, participationsSchema, textOf } from "./wire"

/** Amazon by its Selling Partner API: connects sellers, brings their orders, and takes shipments and stock. */
export class AmazonConnector implements Connector {
  static readonly identifier = "amazon"

  readonly authorization: Authorization
  readonly orders: OrderSource
  readonly listings: ListingSource
  readonly shipments: ShipmentSink
  readonly stock: StockSink
  readonly inventory: InventorySource
  /** Only where the host configured a queue. */
  readonly changes?: ChangeFeed
  private readonly transport: Transport

  /** @throws Error with a sentence that names the option that is missing or malformed; called at boot. */
  static validateOptions(options: unknown): void {
    resolveOptions(options)
  }

  constructor(_dependencies: Record<string, unknown>, options: AmazonOptions) {
    const settings = resolveOptions(options)
    this.transport = new Transport(settings, new AccessTokens(settings))
    this.authorization = new AmazonAuthorization(settings)
    this.orders = new AmazonOrders(this.transport)
    this.listings = new AmazonListings(new Reports(this.transport, settings))
    this.shipments = new AmazonShipments(this.transport)
    this.stock = new AmazonStock(this.transport)
    this.inventory = new AmazonInventory(this.transport)
    if (settings.notifications) {
      this.changes = new AmazonChanges(
        new Queue(settings.notifications, settings.requestTimeoutMs),
        new Subscriptions(this.transport, settings.notifications),
      )
    }
  }

  describe(): ConnectorDescription {
    return description
  }

  /**
   * Lists the marketplaces of the seller in the region of the credentials (platform page "getMarketplaceParticipations").
   * Entries that are no marketplaces of the published list, such as "Non-Amazon US", are left out.
   * @throws ConnectorError `authorization_lost`, `rejected` (`access_denied`, also for a refresh token of another region,
   * and `application_rejected`), `unavailable`, `throttled`, `contract_broken`.
   */
  async verify(connection: Connection): Promise<Verification> {
    const { selling_partner_id: externalId } = credentialsOf(connection)
    const body = await this.transport.read(connection, {
      operation: "getMarketplaceParticipations",
      path: "/sellers/v1/marketplaceParticipations",
    })
    const { payload } = parseWire(participationsSchema, body, "getMarketplaceParticipations")
    const known = payload.filter(({ marketplace }) => marketplaceOf(marketplace.id) !== undefined)
    const named = known.find(({ participation }) => participation.isParticipating) ?? known[0]
    return {
      externalId,
      storeName: textOf(named?.storeName),
      marketplaces: known.map(({ marketplace, participation }) => ({
        externalId: marketplace.id,
        name: marketplace.name,
        country: textOf(marketplace.countryCode),
        currency: textOf(marketplace.defaultCurrencyCode),
        participating: participation.isParticipating,
      })),
    }
  }
}
