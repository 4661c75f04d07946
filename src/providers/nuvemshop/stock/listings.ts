import { z } from "@medusajs/framework/zod"
import {
  contractBroken,
  pageExpired,
  type ChannelListing,
  type Connection,
  type ListingPage,
  type ListingSource,
} from "../../../connector"
import { endsBefore, nextPage } from "../paging"
import type { ApiAnswer, Transport } from "../transport"
import { barcodeOf, inLanguage, listingKeyOf, parseWire, textOf } from "../wire"
import { productSchema, quantityOf, type WireProduct } from "./wire-product"

const PER_PAGE = 100
const FIELDS = "id,name,published,visibility,variants"

const progressSchema = z.strictObject({ page: z.number().int().positive() })
const pageSchema = z.array(z.unknown())

/** Products of the store, a listing for each variant. */
export class NuvemshopListings implements ListingSource {
  /** A large catalog is a thousand calls; between two readings webhooks say when something changed. */
  readonly minimumHours = 1

  constructor(private readonly transport: Transport) {}

  /** @throws ConnectorError as {@link ListingSource.read}. */
  async read(connection: Connection, _marketplace: string, progress?: string): Promise<ListingPage> {
    const page = pageOf(progress)
    const answer = await this.page(connection, page)
    if (!answer) return { listings: [] }
    const { body, headers } = answer
    const language = headers.get("x-main-language")
    const received = parseWire(pageSchema, body, "products")
    const products = received.flatMap((raw) => {
      const parsed = productSchema.safeParse(raw)
      return parsed.success ? [parsed.data] : []
    })
    const unreadable = received.length - products.length
    // Something is different from what we know when nothing at all can be read.
    if (unreadable > 0 && products.length === 0) {
      throw contractBroken("products", "products: none of the page can be read")
    }
    if (unreadable > 0) {
      connection.logger.warn(`Listings: ${unreadable} products could not be read and were left out`)
    }
    const next = nextPage(headers)
    return {
      listings: products.flatMap((product) => listingsOf(product, language)),
      ...(next !== undefined && next > page ? { next: JSON.stringify({ page: next }) } : {}),
    }
  }

  /** Undefined behind the last page, which the platform answers with 404. */
  private async page(connection: Connection, page: number): Promise<ApiAnswer | undefined> {
    try {
      const query = { page, per_page: PER_PAGE, fields: FIELDS }
      return await this.transport.read(connection, { name: "products", path: "/products", query })
    } catch (thrown) {
      if (endsBefore(page, thrown)) return undefined
      throw thrown
    }
  }
}

/** The variants of a product as orders name them: "T-shirt (Blue, M)". */
export function listingsOf(product: WireProduct, language: string | null): ChannelListing[] {
  const name = inLanguage(product.name, language) ?? product.id
  const active = product.published !== false && product.visibility !== "hidden"
  return product.variants.map((variant) => {
    const values = (variant.values ?? [])
      .map((value) => inLanguage(value, language))
      .filter((value) => value !== null)
    return {
      listingKey: listingKeyOf(product.id, variant.id),
      sku: textOf(variant.sku),
      platformProductId: product.id,
      title: values.length > 0 ? `${name} (${values.join(", ")})` : name,
      barcode: barcodeOf(variant.barcode),
      fulfilledBy: "merchant",
      quantity: quantityOf(variant),
      active,
    }
  })
}

function pageOf(progress: string | undefined): number {
  if (progress === undefined) return 1
  try {
    return progressSchema.parse(JSON.parse(progress)).page
  } catch {
    throw pageExpired("listings: what was stored about the page is not readable")
  }
}
