import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { repositoryOf } from "../module-repository"
import {
  beginningsOf,
  writingsOf,
  type DescribedListing,
  type MatchingCandidates,
} from "./rules/match-variant"
import { loadStoreVariants } from "./store-variants"

/** Far more than share a barcode or a title in any shop; a bound all the same. */
const MOST_CANDIDATES = 20_000

/** Products whose title is one of these, capitals aside. The titles travel as JSON: they may hold any sign. */
async function productsTitled(container: MedusaContainer, titles: string[]): Promise<string[]> {
  if (!titles.length) return []
  const wanted = [...new Set(titles.flatMap((title) => [title, title.toLowerCase()]))]
  const repository = repositoryOf(container.resolve(Modules.PRODUCT), "product")
  const rows = await repository.transaction((manager) =>
    manager.execute(
      `WITH wanted AS (SELECT jsonb_array_elements_text(?::jsonb) AS title)
       SELECT id FROM product
        WHERE deleted_at IS NULL
          AND (title IN (SELECT title FROM wanted) OR lower(title) IN (SELECT title FROM wanted))
        LIMIT ?`,
      [JSON.stringify(wanted), MOST_CANDIDATES],
    ),
  )
  return rows.map(({ id }) => String(id))
}

/** The variants of the store that some listings may be, by their barcodes and titles: three queries whatever their number. */
export async function matchingCandidates(
  container: MedusaContainer,
  listings: DescribedListing[],
): Promise<MatchingCandidates> {
  const codes = [...new Set(listings.flatMap(({ barcode }) => writingsOf(barcode)))]
  const titles = [...new Set(listings.flatMap(({ title }) => beginningsOf(title)))]
  const productIds = await productsTitled(container, titles)
  const [byBarcode, byTitle] = await Promise.all([
    codes.length
      ? loadStoreVariants(
          container,
          { $or: ["barcode", "ean", "upc"].map((column) => ({ [column]: codes })) },
          MOST_CANDIDATES,
        )
      : [],
    productIds.length ? loadStoreVariants(container, { product_id: productIds }, MOST_CANDIDATES) : [],
  ])
  return { byBarcode, byTitle }
}
