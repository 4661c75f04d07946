/** A variant of the store as far as it can be told to be what a listing sells. */
export type StoreVariant = {
  id: string
  title: string
  sku: string | null
  barcode: string | null
  ean: string | null
  upc: string | null
  productId: string | null
  productTitle: string | null
  thumbnail: string | null
}

/** A listing as the platform sells it. */
export type Listing = { listingKey: string; sku: string | null; title: string }

/** What speaks for a variant, the strongest first; `search`: a person looked for it. */
export type SuggestionReason = "sku" | "barcode" | "title" | "search"
export type SuggestedVariant = { variant: StoreVariant; reason: SuggestionReason }

/** Part of their words that two titles must share to be similar. */
const LEAST_SHARED = 0.3
const MOST_SEARCH_WORDS = 6
const SHORTEST_SEARCH_WORD = 3
const WORDS = /[\p{L}\p{N}]+/gu

/** Lower case without accents: platforms and shops write the same word differently. */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

const wordsOf = (title: string): Set<string> => new Set(plain(title).match(WORDS) ?? [])

/** By which codes a listing may be a variant's SKU or barcode: its SKU, and its own key. */
export const codesOf = ({ sku, listingKey }: Listing): string[] => [
  ...new Set([sku, listingKey].flatMap((code) => code?.trim() || [])),
]

/** By which words products with a similar title are looked for, as they are written: the longest say the most. */
export function searchWordsOf({ title }: Listing): string[] {
  const words = new Map((title.match(WORDS) ?? []).map((word) => [word.toLowerCase(), word]))
  return [...words.values()]
    .filter((word) => word.length >= SHORTEST_SEARCH_WORD)
    .sort((left, right) => right.length - left.length)
    .slice(0, MOST_SEARCH_WORDS)
}

/** Which part of their words two titles share, from 0 to 1. */
export function similarity(left: string, right: string): number {
  const [mine, other] = [wordsOf(left), wordsOf(right)]
  const shared = [...mine].filter((word) => other.has(word)).length
  return shared === 0 ? 0 : shared / new Set([...mine, ...other]).size
}

/** How well a variant fits a listing, and why; undefined when nothing speaks for it. */
function fit(
  listing: Listing,
  variant: StoreVariant,
): { reason: SuggestionReason; score: number } | undefined {
  const codes = new Set(codesOf(listing).map(plain))
  const isCode = (code: string | null): boolean => code !== null && codes.has(plain(code.trim()))
  const product = variant.productTitle ?? ""
  const alike = Math.max(
    ...[product, `${product} ${variant.title}`].map((title) => similarity(listing.title, title)),
  )
  if (isCode(variant.sku)) return { reason: "sku", score: 3 + alike }
  if ([variant.barcode, variant.ean, variant.upc].some(isCode)) return { reason: "barcode", score: 2 + alike }
  return alike >= LEAST_SHARED ? { reason: "title", score: alike } : undefined
}

/** The variants that a listing may be, the best first: same SKU, same barcode, same title, similar title. Pure. */
export function rankVariants(listing: Listing, variants: StoreVariant[], most: number): SuggestedVariant[] {
  return variants
    .flatMap((variant) => {
      const found = fit(listing, variant)
      return found ? [{ variant, ...found }] : []
    })
    .sort((left, right) => right.score - left.score || left.variant.id.localeCompare(right.variant.id))
    .slice(0, most)
    .map(({ variant, reason }) => ({ variant, reason }))
}
