import { type Cents, cents } from "../money"

export type Localised = Record<string, string>

export interface Product {
  id: number
  name: Localised
  description: Localised
  handle: Localised
  /** Names of the options, at most three. */
  attributes: Localised[]
  variants: Variant[]
  images: { id: number; src: string; position: number; alt: string[]; product_id: number }[]
  categories: Record<string, unknown>[]
  brand: string | null
  published: boolean
  freeShipping: boolean
  requiresShipping: boolean
  tags: string
  seoTitle: Localised
  seoDescription: Localised
  createdAt: number
  updatedAt: number
}

export interface Variant {
  id: number
  productId: number
  position: number
  /** null: "ask for the price". */
  price: Cents | null
  promotionalPrice: Cents | null
  compareAtPrice: Cents | null
  cost: Cents | null
  /** Units by location; null is unlimited. */
  levels: Map<string, number | null>
  /** Kilograms. */
  weight: string
  /** Centimetres. */
  width: string
  height: string
  depth: string
  sku: string | null
  barcode: string | null
  /** In the order of the product's attributes. */
  values: Localised[]
  createdAt: number
  updatedAt: number
}

/** A product as a test or the demonstration describes it. */
export interface ProductOptions {
  /** @default the next id */
  id?: number
  name: string
  /** Names of the options. @default none */
  attributes?: string[]
  variants: VariantOptions[]
  brand?: string
  tags?: string
  /** @default true */
  published?: boolean
}

export interface VariantOptions {
  /** @default the next id */
  id?: number
  sku?: string | null
  barcode?: string | null
  /** Decimal; null is "ask for the price". */
  price?: string | number | null
  promotionalPrice?: string | number
  /** Units at the default location, or by location id ("" is the default one); null is unlimited. @default 10 */
  stock?: number | null | Record<string, number | null>
  values?: string[]
  weight?: string
}

/** Units over all locations; null when any is unlimited. */
export function totalStock({ levels }: Variant): number | null {
  let total = 0
  for (const units of levels.values()) {
    if (units === null) return null
    total += units
  }
  return total
}

/** What a buyer pays for one. */
export function sellingPrice({ price, promotionalPrice }: Variant): Cents {
  return promotionalPrice ?? price ?? 0
}

/** The same text in every language of the store. */
export function localised(text: string, languages: readonly string[]): Localised {
  return Object.fromEntries(languages.map((language) => [language, text]))
}

export function handleOf(name: string): string {
  return name
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
}

export function buildVariant(
  options: VariantOptions,
  given: {
    id: number
    productId: number
    position: number
    languages: readonly string[]
    defaultLocation: string
    at: number
  },
): Variant {
  const { stock = 10 } = options
  const levels =
    typeof stock === "object" && stock !== null
      ? new Map(Object.entries(stock).map(([id, units]) => [id === "" ? given.defaultLocation : id, units]))
      : new Map([[given.defaultLocation, stock]])
  return {
    id: given.id,
    productId: given.productId,
    position: given.position,
    price: options.price === null ? null : cents(options.price ?? "10.00"),
    promotionalPrice: options.promotionalPrice === undefined ? null : cents(options.promotionalPrice),
    compareAtPrice: null,
    cost: null,
    levels,
    weight: options.weight ?? "0.300",
    width: "10.00",
    height: "10.00",
    depth: "10.00",
    sku: options.sku ?? null,
    barcode: options.barcode ?? null,
    values: (options.values ?? []).map((value) => localised(value, given.languages)),
    createdAt: given.at,
    updatedAt: given.at,
  }
}
