import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { personLine } from "../../../modules/marketplace/store/lines"
import { loadAccount } from "../../account/load-account"

/** Maps every unmapped listing whose SKU is exactly a variant's, by one query for all, and makes waiting orders due. */
export const matchListingsStep = createStep(
  "match-marketplace-listings",
  async (input: { accountId: string; actorId: string }, { container }) => {
    const { marketplace, row } = await loadAccount(container, input.accountId)
    const open = await marketplace.listProductMappings({ account_id: row.id, state: "unmapped" })
    const skus = [...new Set(open.flatMap(({ sku }) => sku ?? []))]
    const variants = skus.length
      ? await container
          .resolve(Modules.PRODUCT)
          .listProductVariants({ sku: skus }, { select: ["id", "sku"], take: skus.length })
      : []
    const bySku = new Map(variants.map((variant) => [variant.sku, variant.id]))
    const matched = open.flatMap((mapping) => {
      const variantId = mapping.sku ? bySku.get(mapping.sku) : undefined
      return variantId ? [{ mapping, variantId }] : []
    })
    const keys = matched.map(({ mapping }) => mapping.listing_key)
    const ids = await marketplace.inTransaction(async (shared) => {
      await marketplace.noteListings(
        row.id,
        matched.map(({ mapping, variantId }) => ({
          listing_key: mapping.listing_key,
          sku: mapping.sku,
          title: mapping.title,
          fulfilled_by: mapping.fulfilled_by ?? "merchant",
          variant_id: variantId,
          matched_by: "sku",
        })),
        shared,
      )
      const details = { matched: keys.length, unmatched: open.length - keys.length }
      await marketplace.appendHistory(
        [personLine(row.id, input.actorId, "listings_matched", details)],
        shared,
      )
      return keys.length ? marketplace.makeOrdersDue(row.id, { unmappedListings: keys }, shared) : []
    })
    return new StepResponse({
      matched: keys.length,
      unmatched: open.length - keys.length,
      listingKeys: keys,
      due: { account_id: row.id, ids, actor_id: input.actorId },
    })
  },
)
