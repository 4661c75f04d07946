import type { ListingOptions } from "../listings/listing"
import { Random } from "../random"
import { titleOf } from "./items"

export interface GenerateListingsOptions {
  seed: number | string
  /** Names of the SKUs; or how many, named SKU-00001 and on. */
  skus?: readonly string[]
  count?: number
  /** Titles by SKU; else one is made of the SKU. */
  titles?: Readonly<Record<string, string>>
  /** Barcodes by SKU; else a valid EAN-13 is made of the SKU. */
  eans?: Readonly<Record<string, string>>
  /** Share of SKUs that Amazon fulfils. @default 0 */
  fbaShare?: number
  /** The network of those. @default "AMAZON_NA" */
  amazonChannel?: string
  /** Units the merchant offers. @default 0 to 50 */
  quantity?: { min: number; max: number }
  /** Share of SKUs that are not offered at present. @default 0 */
  inactiveShare?: number
  /** Ids or codes. @default all of the seller's */
  marketplaces?: readonly string[]
}

/** Listings for the simulator. The same options give the same listings; barcode and ASIN follow from the SKU alone. */
export function generateListings(options: GenerateListingsOptions): ListingOptions[] {
  const random = new Random(`listings:${options.seed}`)
  const skus =
    options.skus ??
    Array.from({ length: options.count ?? 10 }, (_, index) => `SKU-${String(index + 1).padStart(5, "0")}`)
  const { min, max } = options.quantity ?? { min: 0, max: 50 }
  return skus.map((sku) => {
    const own = random.fork(sku)
    const byAmazon = own.chance(options.fbaShare ?? 0)
    const quantity = own.int(min, max)
    return {
      sku,
      title: options.titles?.[sku] ?? titleOf(sku),
      ean: options.eans?.[sku] ?? eanOf(sku),
      ...(byAmazon ? { channel: options.amazonChannel ?? "AMAZON_NA" } : { quantity }),
      active: !own.chance(options.inactiveShare ?? 0),
      price: `${own.int(5, 200)}.00`,
      ...(options.marketplaces ? { marketplaces: options.marketplaces } : {}),
    }
  })
}

/** Thirteen digits of the range for internal use (200 to 299), the last being the check digit. */
export function eanOf(sku: string): string {
  const digits = `2${new Random(`ean:${sku}`).digits(11)}`
  const sum = [...digits].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 1 : 3),
    0,
  )
  return `${digits}${(10 - (sum % 10)) % 10}`
}
