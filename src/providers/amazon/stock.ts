import {
  connectorFailureOf,
  problem,
  type Connection,
  type PlatformStock,
  type StockAnswer,
  type StockLevel,
  type StockSink,
} from "../../connector"
import { credentialsOf } from "./credentials"
import {
  noAnswerFromAmazon,
  noMarketplace,
  outcomeOf,
  outcomeOfFailure,
  type StockOutcome,
} from "./stock-outcome"
import { pathPart, type Transport } from "./transport"
import { listingSchema, parseWire, searchListingsSchema, submissionSchema, type WireListing } from "./wire"

/** Amazon's word for "whichever product type the listing has". */
const ANY_PRODUCT_TYPE = "PRODUCT"
/** The channel of goods that the merchant sends; Amazon's own are AMAZON_NA, AMAZON_EU ... */
const MERCHANT_CHANNEL = "DEFAULT"
const PLATFORM_CHANNEL = /^AMAZON_/

type Listing = { listingKey: string; sku: string }

/**
 * Stock of listings that the merchant sends, by the Listings Items API v2021-08-01 (platform pages "patchListingsItem",
 * "searchListingsItems" and "getListingsItem").
 *
 * A level is set once, in the first enabled marketplace that has the SKU: the quantity carries no marketplace in Amazon's
 * attributes and is taken to be one for the account. Only a live account settles that (docs/connectors/amazon.md).
 */
export class AmazonStock implements StockSink {
  /** One call for each SKU at five a second: a few seconds of work. */
  readonly maxLevels = 20
  readonly maxReads = 20
  /** Amazon names no time: an accepted level shows "minutes later". */
  readonly visibilityDelaySeconds = 300

  constructor(private readonly transport: Transport) {}

  /**
   * One call for each SKU. When the budget is spent, when Amazon cannot be reached, and after two levels in a row without a
   * usable answer, the rest is not sent.
   * @throws ConnectorError `authorization_lost`.
   */
  async setLevels(connection: Connection, levels: StockLevel[]): Promise<StockAnswer[]> {
    const answers: StockAnswer[] = []
    let end: StockOutcome | undefined
    for (const level of levels) {
      const outcome: StockOutcome = end ?? (await this.setLevel(connection, level))
      if (outcome.outcome === "not_sent") end = outcome
      if (outcome.outcome === "unknown" && answers.at(-1)?.outcome === "unknown") end = noAnswerFromAmazon
      answers.push({ listingKey: level.listingKey, ...outcome })
    }
    return answers
  }

  /**
   * What Amazon offers of the SKUs, read in the first enabled marketplace that has them.
   * @throws ConnectorError as {@link StockSink.readLevels}.
   */
  async readLevels(connection: Connection, listings: Listing[]): Promise<PlatformStock[]> {
    const found: PlatformStock[] = []
    let missing = listings
    for (const marketplace of enabledMarketplaces(connection)) {
      if (missing.length === 0) break
      const items = await this.readItems(connection, marketplace, [...new Set(missing.map(({ sku }) => sku))])
      const still: Listing[] = []
      for (const listing of missing) {
        const item = items.get(listing.sku)
        if (item) found.push(stockOf(listing.listingKey, item))
        else still.push(listing)
      }
      missing = still
    }
    return found
  }

  private async setLevel(connection: Connection, level: StockLevel): Promise<StockOutcome> {
    let outcome: StockOutcome = noMarketplace
    for (const marketplace of enabledMarketplaces(connection)) {
      try {
        return await this.patch(connection, marketplace, level)
      } catch (thrown) {
        const failure = connectorFailureOf(thrown)
        if (!failure || failure.kind === "authorization_lost") throw thrown
        outcome = outcomeOfFailure(failure, level.sku)
        // This marketplace does not have the SKU; another one may.
        if (failure.kind !== "not_found") return outcome
      }
    }
    return outcome
  }

  private async patch(connection: Connection, marketplace: string, level: StockLevel): Promise<StockOutcome> {
    const { sku, quantity } = level
    const { body } = await this.transport.write(connection, {
      operation: "patchListingsItem",
      method: "PATCH",
      path: itemPath(connection, sku),
      query: { marketplaceIds: [marketplace] },
      body: {
        productType: ANY_PRODUCT_TYPE,
        patches: [
          {
            // "replace" would drop the handling time and the restock date that stand beside the quantity.
            op: "merge",
            path: "/attributes/fulfillment_availability",
            value: [{ fulfillment_channel_code: MERCHANT_CHANNEL, quantity }],
          },
        ],
      },
      reference: sku,
      refusal: ({ words, reason }) => problem("stock_rejected", { sku, reason: words || reason }),
    })
    return outcomeOf(parseWire(submissionSchema, body, "patchListingsItem"), sku)
  }

  private async readItems(
    connection: Connection,
    marketplace: string,
    skus: string[],
  ): Promise<Map<string, WireListing>> {
    // A list in a query is separated by commas, so that a SKU with a comma cannot be in one.
    const searchable = skus.filter((sku) => !sku.includes(","))
    const items = await this.search(connection, marketplace, searchable)
    for (const sku of skus.filter((sku) => sku.includes(","))) {
      const item = await this.get(connection, marketplace, sku)
      if (item) items.push(item)
    }
    return new Map(items.map((item) => [item.sku, item]))
  }

  private async search(connection: Connection, marketplace: string, skus: string[]): Promise<WireListing[]> {
    if (skus.length === 0) return []
    const body = await this.transport.read(connection, {
      operation: "searchListingsItems",
      path: itemsPath(connection),
      query: {
        marketplaceIds: [marketplace],
        identifiers: skus,
        identifiersType: "SKU",
        includedData: ["fulfillmentAvailability"],
        pageSize: this.maxReads,
      },
    })
    return parseWire(searchListingsSchema, body, "searchListingsItems").items
  }

  private async get(
    connection: Connection,
    marketplace: string,
    sku: string,
  ): Promise<WireListing | undefined> {
    try {
      const body = await this.transport.read(connection, {
        operation: "getListingsItem",
        path: itemPath(connection, sku),
        query: { marketplaceIds: [marketplace], includedData: ["fulfillmentAvailability"] },
        reference: sku,
      })
      return parseWire(listingSchema, body, "getListingsItem")
    } catch (thrown) {
      if (connectorFailureOf(thrown)?.kind === "not_found") return undefined
      throw thrown
    }
  }
}

function itemsPath(connection: Connection): string {
  return `/listings/2021-08-01/items/${pathPart(credentialsOf(connection).selling_partner_id)}`
}

function itemPath(connection: Connection, sku: string): string {
  return `${itemsPath(connection)}/${pathPart(sku)}`
}

function enabledMarketplaces(connection: Connection): string[] {
  return connection.marketplaces.filter(({ enabled }) => enabled).map(({ externalId }) => externalId)
}

function stockOf(listingKey: string, { fulfillmentAvailability }: WireListing): PlatformStock {
  const channels = fulfillmentAvailability ?? []
  if (channels.some(({ fulfillmentChannelCode }) => PLATFORM_CHANNEL.test(fulfillmentChannelCode))) {
    return { listingKey, quantity: null, fulfilledBy: "platform" }
  }
  const own = channels.find(({ fulfillmentChannelCode }) => fulfillmentChannelCode === MERCHANT_CHANNEL)
  return { listingKey, quantity: own?.quantity ?? null, fulfilledBy: "merchant" }
}
