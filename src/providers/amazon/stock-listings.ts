import { connectorFailureOf, type Connection } from "../../connector"
import { credentialsOf } from "./credentials"
import { pathPart, type ApiRead, type Transport } from "./transport"
import { listingSchema, parseWire, searchListingsSchema, type WireListing } from "./wire"

/** Most SKUs in one search, and in its answer. */
export const SKUS_IN_A_SEARCH = 20

/** Reads a seller's listings by SKU, for their stock (platform pages "searchListingsItems" and "getListingsItem"). */
export class SellersListings {
  constructor(private readonly transport: Transport) {}

  /**
   * What one marketplace has of at most {@link SKUS_IN_A_SEARCH} SKUs, by SKU: an answer does not say of which marketplace its
   * quantities are. What is not listed there is left out.
   * @throws ConnectorError as {@link Transport.read}.
   */
  async read(
    connection: Connection,
    marketplace: string,
    skus: readonly string[],
  ): Promise<Map<string, WireListing>> {
    const distinct = [...new Set(skus)]
    // A list in a query is separated by commas, so that a SKU with a comma cannot be in one.
    const searchable = distinct.filter((sku) => !sku.includes(","))
    const items = await this.search(connection, marketplace, searchable)
    for (const sku of distinct.filter((sku) => sku.includes(","))) {
      const item = await this.get(connection, marketplace, sku)
      if (item) items.push(item)
    }
    return new Map(items.map((item) => [item.sku, item]))
  }

  private async search(connection: Connection, marketplace: string, skus: string[]): Promise<WireListing[]> {
    if (skus.length === 0) return []
    const body = await this.found(connection, {
      operation: "searchListingsItems",
      path: itemsPath(connection),
      query: {
        marketplaceIds: [marketplace],
        identifiers: skus,
        identifiersType: "SKU",
        includedData: ["fulfillmentAvailability"],
        pageSize: SKUS_IN_A_SEARCH,
      },
      reference: skus.join(","),
    })
    return body === undefined ? [] : parseWire(searchListingsSchema, body, "searchListingsItems").items
  }

  private async get(
    connection: Connection,
    marketplace: string,
    sku: string,
  ): Promise<WireListing | undefined> {
    const body = await this.found(connection, {
      operation: "getListingsItem",
      path: itemPath(connection, sku),
      query: { marketplaceIds: [marketplace], includedData: ["fulfillmentAvailability"] },
      reference: sku,
    })
    return body === undefined ? undefined : parseWire(listingSchema, body, "getListingsItem")
  }

  /** The answer; undefined where Amazon says 404, which both operations document: nothing of it here. */
  private async found(connection: Connection, request: ApiRead): Promise<unknown> {
    try {
      return await this.transport.read(connection, request)
    } catch (thrown) {
      if (connectorFailureOf(thrown)?.kind === "not_found") return undefined
      throw thrown
    }
  }
}

function itemsPath(connection: Connection): string {
  return `/listings/2021-08-01/items/${pathPart(credentialsOf(connection).selling_partner_id)}`
}

/** The path of one of the seller's listings. */
export function itemPath(connection: Connection, sku: string): string {
  return `${itemsPath(connection)}/${pathPart(sku)}`
}
