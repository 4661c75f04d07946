import {
  connectorFailureOf,
  problem,
  type Connection,
  type PlatformStock,
  type StockAnswer,
  type StockLevel,
  type StockSink,
} from "../../connector"
import { MERCHANT_CHANNEL, senderOf, stockOf } from "./stock-levels"
import { itemPath, SellersListings, SKUS_IN_A_SEARCH } from "./stock-listings"
import { outcomeOf, outcomeOfFailedReading, outcomeOfFailure, type StockOutcome } from "./stock-outcome"
import { StockRun } from "./stock-run"
import type { Transport } from "./transport"
import { parseWire, submissionSchema, type WireListing } from "./wire"

/** Amazon's word for "whichever product type the listing has". */
const ANY_PRODUCT_TYPE = "PRODUCT"

type Listing = { listingKey: string; sku: string }
type Marketplace = Connection["marketplaces"][number]

/**
 * Stock of listings that the merchant sends, by the Listings Items API v2021-08-01 (platform page "patchListingsItem").
 *
 * A level is set in every enabled marketplace that lists the SKU, each by a call of its own. Whether they share one quantity is
 * not documented: where they do the second call changes nothing, and where they do not the other countries would go on selling
 * what is gone (docs/connectors/amazon.md).
 */
export class AmazonStock implements StockSink {
  /** One call for each SKU and marketplace at five a second: a few seconds of work for each marketplace. */
  readonly maxLevels = SKUS_IN_A_SEARCH
  readonly maxReads = SKUS_IN_A_SEARCH
  /** Amazon names no time: an accepted level shows "minutes later". */
  readonly visibilityDelaySeconds = 300
  private readonly listings: SellersListings

  constructor(private readonly transport: Transport) {
    this.listings = new SellersListings(transport)
  }

  /**
   * One marketplace after the other, so that where they share the quantity every level holds after the first. When the budget is
   * spent, when Amazon cannot be reached, and after two levels in a row without a usable answer, the rest is not sent.
   * @throws ConnectorError `authorization_lost`.
   */
  async setLevels(connection: Connection, levels: StockLevel[]): Promise<StockAnswer[]> {
    const marketplaces = enabledMarketplaces(connection)
    const run = new StockRun(levels, marketplaces.length > 0)
    for (const marketplace of marketplaces) {
      for (const level of await this.dueIn(connection, marketplace, levels, run)) {
        const outcome = run.end ?? (await this.setLevel(connection, marketplace, level))
        if (outcome) run.note(level, nameOf(marketplace), outcome)
      }
    }
    return run.answers()
  }

  /**
   * What Amazon offers of the SKUs, read in every enabled marketplace.
   * @throws ConnectorError as {@link StockSink.readLevels}.
   */
  async readLevels(connection: Connection, listings: Listing[]): Promise<PlatformStock[]> {
    const shown = new Map<string, WireListing[]>()
    const skus = listings.map(({ sku }) => sku)
    for (const { externalId } of enabledMarketplaces(connection)) {
      for (const [sku, item] of await this.listings.read(connection, externalId, skus)) {
        shown.set(sku, [...(shown.get(sku) ?? []), item])
      }
    }
    return listings.flatMap(({ listingKey, sku }) => {
      return stockOf(listingKey, shown.get(sku) ?? []) ?? []
    })
  }

  /**
   * The levels that are to be sent to a marketplace; all of them where that is not known, because the run has ended. Read each time:
   * Amazon may have taken over a SKU since, and a quantity would put an offer of the merchant's on it.
   */
  private async dueIn(
    connection: Connection,
    marketplace: Marketplace,
    levels: StockLevel[],
    run: StockRun,
  ): Promise<StockLevel[]> {
    if (run.end) return levels
    try {
      const skus = levels.map(({ sku }) => sku)
      const items = await this.listings.read(connection, marketplace.externalId, skus)
      return levels.filter((level) => {
        const item = items.get(level.sku)
        const sender = item && senderOf(item)
        if (sender === "platform") run.noteSentByAmazon(level)
        return sender === "merchant"
      })
    } catch (thrown) {
      run.end = outcomeOfFailedReading(failureOrThrow(thrown))
      return levels
    }
  }

  /** What Amazon says to a level in one marketplace; undefined where the marketplace does not list the SKU. */
  private async setLevel(
    connection: Connection,
    { externalId }: Marketplace,
    level: StockLevel,
  ): Promise<StockOutcome | undefined> {
    try {
      return await this.patch(connection, externalId, level)
    } catch (thrown) {
      const failure = failureOrThrow(thrown)
      return failure.kind === "not_found" ? undefined : outcomeOfFailure(failure, level.sku)
    }
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
}

/** The failure that concerns these levels; what concerns the whole account is thrown on. */
function failureOrThrow(thrown: unknown) {
  const failure = connectorFailureOf(thrown)
  if (!failure || failure.kind === "authorization_lost") throw thrown
  return failure
}

function enabledMarketplaces(connection: Connection): Marketplace[] {
  return connection.marketplaces.filter(({ enabled }) => enabled)
}

/** A marketplace as people know it. */
const nameOf = ({ country, externalId }: Marketplace): string => country ?? externalId
