import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"

/** Makes what is proposed for some listings their mapping, unless its variant was deleted or the listing was decided meanwhile. */
export const acceptProposalsStep = createStep(
  "accept-marketplace-proposals",
  async ({ ids, actorId }: { ids: string[]; actorId: string }, { container }) => {
    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const proposed = await marketplace.listProductMappings(
      { id: ids, state: "unmapped", proposed_variant_id: { $ne: null } },
      { select: ["id", "proposed_variant_id"], take: ids.length },
    )
    const variantIds = [...new Set(proposed.flatMap(({ proposed_variant_id }) => proposed_variant_id ?? []))]
    const variants = variantIds.length
      ? await container
          .resolve(Modules.PRODUCT)
          .listProductVariants({ id: variantIds }, { select: ["id"], take: variantIds.length })
      : []
    const existing = variants.map(({ id }) => id)
    return new StepResponse(await marketplace.acceptProposals(ids, existing, actorId))
  },
)
