import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { draftProductVariant } from "../../import/draft-product"
import { refusal } from "../../refusals/refusal"
import type { SaveMapping } from "./save-mapping"

export type CreateProduct = { mappingId: string; actorId: string }

/**
 * Makes a product as a draft of a listing that has none, and gives the mapping to be saved. It needs no way back: should
 * saving fail, the next attempt finds the product.
 */
export const createProductOfListingStep = createStep(
  "create-product-of-marketplace-listing",
  async ({ mappingId, actorId }: CreateProduct, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const [mapping] = await marketplace.listProductMappings({ id: mappingId })
    if (!mapping) throw refusal("mapping_unknown", { id: mappingId })
    const { account_id, listing_key, sku, title } = mapping
    if (mapping.variant_id !== null) {
      throw refusal("listing_linked", { listing: listing_key, variant: mapping.variant_id })
    }
    const listing = { accountId: account_id, listingKey: listing_key, sku, title }
    const variantId = await draftProductVariant(container, listing).catch(async (thrown: unknown) => {
      const [taken] = sku ? await container.resolve(Modules.PRODUCT).listProductVariants({ sku }) : []
      if (!sku || !taken) throw thrown
      throw refusal("sku_taken", { sku, variant: taken.id })
    })
    const saved: SaveMapping = {
      accountId: account_id,
      listingKey: listing_key,
      variantId,
      matchedBy: "created",
      actorId,
    }
    return new StepResponse(saved)
  },
)
