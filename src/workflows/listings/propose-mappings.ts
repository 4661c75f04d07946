import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { loadStoreVariants } from "../mapping/store-variants"
import { beginningsOf, proposeVariants, writingsOf, type OpenListing } from "./rules/propose-variant"

const AT_ONCE = 300
/** Far more than share a barcode or a title in any shop; a bound all the same. */
const MOST_CANDIDATES = 20_000

async function candidatesFor(container: MedusaContainer, listings: OpenListing[]) {
  const codes = [...new Set(listings.flatMap(({ barcode }) => writingsOf(barcode)))]
  const titles = [...new Set(listings.flatMap(({ title }) => beginningsOf(title)))]
  const products = await container
    .resolve(Modules.PRODUCT)
    .listProducts({ title: titles }, { select: ["id"], take: MOST_CANDIDATES })
  const [byBarcode, byTitle] = await Promise.all([
    codes.length
      ? loadStoreVariants(
          container,
          { $or: ["barcode", "ean", "upc"].map((column) => ({ [column]: codes })) },
          MOST_CANDIDATES,
        )
      : [],
    products.length
      ? loadStoreVariants(container, { product_id: products.map(({ id }) => id) }, MOST_CANDIDATES)
      : [],
  ])
  return { byBarcode, byTitle }
}

/** Looks for what the account's unmapped listings may be, a few hundred at a time; gives for how many something was found. */
export async function proposeMappings(container: MedusaContainer, accountId: string): Promise<number> {
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  let proposed = 0
  let after = ""
  for (;;) {
    const open = await marketplace.listProductMappings(
      { account_id: accountId, state: "unmapped", id: { $gt: after } },
      { select: ["id", "barcode", "title"], take: AT_ONCE, order: { id: "ASC" } },
    )
    if (!open.length) return proposed
    const found = proposeVariants(open, await candidatesFor(container, open))
    await marketplace.keepProposals(
      open.map(({ id }) => id),
      found,
    )
    proposed += found.length
    after = open[open.length - 1].id
  }
}
