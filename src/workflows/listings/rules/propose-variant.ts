import type { StoreVariant } from "../../mapping/rules/rank-variants"

/** A listing without a variant, as far as its barcode and title tell what it may be. */
export type OpenListing = { id: string; barcode: string | null; title: string }
export type ProposedVariant = { id: string; variant_id: string; by: "barcode" | "title" }

const NOT_DIGITS = /\D/g
const LEADING_ZEROS = /^0+/
/** A code of fewer digits is no EAN, UPC or ISBN, but a number somebody typed. */
const SHORTEST_BARCODE = 8
const NOT_WORDS = /[^\p{L}\p{N}]+/gu

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

/** Each key with the one variant that has it; a key of several variants says nothing. */
function uniqueBy(
  variants: StoreVariant[],
  keysOf: (variant: StoreVariant) => string[],
): Map<string, string> {
  const owners = new Map<string, Set<string>>()
  for (const variant of variants) {
    for (const key of keysOf(variant)) owners.set(key, (owners.get(key) ?? new Set()).add(variant.id))
  }
  return new Map([...owners].flatMap(([key, ids]) => (ids.size === 1 ? [[key, [...ids][0]] as const] : [])))
}

const barcodesOf = ({ barcode, ean, upc }: StoreVariant): string[] =>
  [barcode, ean, upc].flatMap((code) => plainBarcode(code) ?? [])

const titlesOf = ({ productTitle, title }: StoreVariant): string[] =>
  productTitle ? [plainTitle(productTitle), plainTitle(`${productTitle} ${title}`)].filter(Boolean) : []

/**
 * Which variant a listing may be: the only one with its barcode, else the only one whose product's title - alone, or with the
 * variant's - is exactly its title. What is not the only one is no proposal. A person accepts it; nothing is mapped by this.
 */
export function proposeVariants(
  listings: OpenListing[],
  candidates: { byBarcode: StoreVariant[]; byTitle: StoreVariant[] },
): ProposedVariant[] {
  const ofBarcode = uniqueBy(candidates.byBarcode, barcodesOf)
  const ofTitle = uniqueBy(candidates.byTitle, titlesOf)
  return listings.flatMap(({ id, barcode, title }): ProposedVariant[] => {
    const byBarcode = ofBarcode.get(plainBarcode(barcode) ?? "")
    if (byBarcode) return [{ id, variant_id: byBarcode, by: "barcode" }]
    const byTitle = ofTitle.get(plainTitle(title))
    return byTitle ? [{ id, variant_id: byTitle, by: "title" }] : []
  })
}
