import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { refusal } from "../refusals/refusal"
import {
  codesOf,
  rankVariants,
  searchWordsOf,
  type Listing,
  type SuggestedVariant,
} from "./rules/rank-variants"
import { loadStoreVariants } from "./store-variants"

const MOST_SUGGESTIONS = 20
/** Variants with a similar title that are looked at, at most. */
const MOST_CANDIDATES = 200

/** `%` and `_` of a code stand for themselves. */
const anyCase = (text: string): { $ilike: string } => ({
  $ilike: text.replace(/[\\%_]/g, (sign) => `\\${sign}`),
})

async function candidates(container: MedusaContainer, listing: Listing) {
  const codes = codesOf(listing)
  const words = searchWordsOf(listing)
  const [byCode, products] = await Promise.all([
    loadStoreVariants(
      container,
      {
        $or: codes.flatMap((code) =>
          ["sku", "barcode", "ean", "upc"].map((column) => ({ [column]: anyCase(code) })),
        ),
      },
      MOST_SUGGESTIONS,
    ),
    words.length
      ? container
          .resolve(Modules.PRODUCT)
          .listProducts(
            { $or: words.map((word) => ({ title: { $ilike: `%${word}%` } })) },
            { select: ["id"], take: MOST_CANDIDATES },
          )
      : [],
  ])
  const byTitle = products.length
    ? await loadStoreVariants(container, { product_id: products.map(({ id }) => id) }, MOST_CANDIDATES)
    : []
  return [...new Map([...byCode, ...byTitle].map((variant) => [variant.id, variant])).values()]
}

/**
 * Which variants the listing of a mapping may be, the best first; with `q`, those that a person searches for instead.
 * @throws RefusalError
 */
export async function suggestVariants(
  container: MedusaContainer,
  { id, q }: { id: string; q?: string },
): Promise<SuggestedVariant[]> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const [mapping] = await marketplace.listProductMappings({ id })
  if (!mapping) throw refusal("mapping_unknown", { id })
  if (q) {
    const variants = await loadStoreVariants(container, { q }, MOST_SUGGESTIONS)
    return variants.map((variant) => ({ variant, reason: "search" }))
  }
  const listing = { listingKey: mapping.listing_key, sku: mapping.sku, title: mapping.title }
  return rankVariants(listing, await candidates(container, listing), MOST_SUGGESTIONS)
}
