import type { StoreVariant } from "./rank-variants"

/** A listing as far as its barcode and its title tell what it is. */
export type DescribedListing = { barcode: string | null; title: string }
/** The variants of the store that a listing may be, as far as they have been looked up. */
export type MatchingCandidates = { byBarcode: StoreVariant[]; byTitle: StoreVariant[] }

/** The one variant that fits a listing, or how many fit it equally well. */
export type VariantMatch = { variantId: string; by: "barcode" | "title" } | { several: number }

const NOT_DIGITS = /\D/g
const LEADING_ZEROS = /^0+/
/** A code of fewer digits is no EAN, UPC or ISBN, but a number somebody typed. */
const SHORTEST_BARCODE = 8
/** A plus tells two articles apart: vitamin B and vitamin B+. */
const NOT_WORDS = /[^\p{L}\p{N}+]+/gu

/** A barcode so that two writings of it are equal: digits only, a UPC and its EAN without the zeros in front. Null: not one. */
export function plainBarcode(code: string | null): string | null {
  const digits = (code ?? "").replace(NOT_DIGITS, "")
  return digits.length >= SHORTEST_BARCODE ? digits.replace(LEADING_ZEROS, "") : null
}

/** How a variant's barcode may be written, to look it up: as it is, and with zeros up to UPC (12), EAN (13) and GTIN (14). */
export function writingsOf(code: string | null): string[] {
  const plain = plainBarcode(code)
  if (!plain) return []
  return [...new Set([plain, ...[8, 12, 13, 14].map((length) => plain.padStart(length, "0"))])]
}

/** A title so that two writings of it are equal: capitals, accents and signs aside. */
export const plainTitle = (title: string): string =>
  title.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(NOT_WORDS, " ").trim()

/** With what a listing's title may begin, word by word: the titles that its product may have. */
export function beginningsOf(title: string): string[] {
  const words = title.trim().split(/\s+/)
  const beginnings = words.map((_word, index) => words.slice(0, index + 1).join(" "))
  return [...new Set(beginnings.flatMap((text) => [text, text.replace(/[\s,;:/|–-]+$/u, "")]))].filter(
    Boolean,
  )
}

/** The variants that have each key. */
function ownersOf(
  variants: StoreVariant[],
  keysOf: (variant: StoreVariant) => string[],
): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>()
  for (const variant of variants) {
    for (const key of keysOf(variant)) owners.set(key, (owners.get(key) ?? new Set()).add(variant.id))
  }
  return owners
}

const barcodesOf = ({ barcode, ean, upc }: StoreVariant): string[] =>
  [barcode, ean, upc].flatMap((code) => plainBarcode(code) ?? [])

const titlesOf = ({ productTitle, title }: StoreVariant): string[] =>
  productTitle ? [plainTitle(productTitle), plainTitle(`${productTitle} ${title}`)].filter(Boolean) : []

/**
 * Finds which variant a listing is: the only one with its barcode, else the only one whose product's title - alone, or with the
 * variant's - is exactly its title. Of several with the barcode the title may tell the one. Undefined where nothing fits. Pure.
 */
export function variantMatcher({
  byBarcode,
  byTitle,
}: MatchingCandidates): (listing: DescribedListing) => VariantMatch | undefined {
  const ofBarcode = ownersOf(byBarcode, barcodesOf)
  const ofTitle = ownersOf(byTitle, titlesOf)
  const titles = new Map(byBarcode.map((variant) => [variant.id, titlesOf(variant)]))
  return ({ barcode, title }) => {
    const coded = [...(ofBarcode.get(plainBarcode(barcode) ?? "") ?? [])]
    if (coded.length === 1) return { variantId: coded[0], by: "barcode" }
    const fitting = coded.length
      ? coded.filter((id) => titles.get(id)?.includes(plainTitle(title)))
      : [...(ofTitle.get(plainTitle(title)) ?? [])]
    if (fitting.length === 1) return { variantId: fitting[0], by: "title" }
    const several = fitting.length || coded.length
    return several ? { several } : undefined
  }
}
