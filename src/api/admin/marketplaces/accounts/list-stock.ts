import type { MedusaContainer } from "@medusajs/framework/types"
import type { Language } from "../../../../connector"
import type { StockPage } from "../../../../modules/marketplace/store/stock/listings"
import type { StockBrake } from "../../../../modules/marketplace/store/stock/brake"
import { writerState } from "../../../../modules/marketplace/writers"
import { loadOffers } from "../../../../workflows/dispatch/stock/load-offers"
import { requireStock } from "../../../../workflows/dispatch/stock/require-stock-writer"
import { stockAccountsOf } from "../../../../workflows/dispatch/stock/stock-accounts"
import { loadStoreVariants } from "../../../../workflows/mapping/store-variants"
import { serializeStock } from "../serializers/stock"

/**
 * A page of an account's stock as routes answer it: a handful of queries whatever the number of listings.
 * @throws RefusalError
 */
export async function listStock(container: MedusaContainer, page: StockPage, language: Language) {
  const account = await requireStock(container, page.accountId)
  const { marketplace, row } = account
  const [{ listings, count }, stockAccounts, installation] = await Promise.all([
    marketplace.pageOfStock(page),
    stockAccountsOf(container, [account]),
    marketplace.installation(),
  ])
  const variantIds = [...new Set(listings.map(({ variant_id }) => variant_id))]
  const [offers, variants] = await Promise.all([
    loadOffers(container, stockAccounts, listings),
    variantIds.length ? loadStoreVariants(container, { id: variantIds }, variantIds.length) : [],
  ])
  const byId = new Map(variants.map((variant) => [variant.id, variant]))
  const now = new Date()
  return {
    stock: listings.map((listing) =>
      serializeStock(
        listing,
        { offer: offers.get(listing.mapping_id), variant: byId.get(listing.variant_id) },
        language,
        now,
      ),
    ),
    count,
    limit: page.limit,
    offset: page.offset,
    /** Set while the safety stop holds. */
    brake: row.stock_brake as StockBrake | null,
    writer: writerState(row.writers, "stock", installation),
  }
}
