import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ChannelOrderLine } from "../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { allOrEach, plannedIn, type Batch, type Failure } from "../batch"
import { draftProductVariant } from "../draft-product"
import { openOrders } from "../payload"

/** Where the account says so, makes a product as a draft for each listing without one, and maps it. Gives variant ids by listing key. */
export const createDraftProductsStep = createStep(
  "create-marketplace-draft-products",
  async (batch: Batch, { container }) => {
    const open = plannedIn(batch).filter(({ verdict }) => verdict.plan.lines.some((line) => line.createDraft))
    const variantIds: Record<string, string> = {}
    if (!open.length) return new StepResponse({ variantIds, failures: [] as Failure[] })

    const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    const orders = await openOrders(
      marketplace,
      batch.accountId,
      open.map(({ id }) => id),
    )
    const variantOf = ({ listingKey, sku, title }: ChannelOrderLine): Promise<string> =>
      draftProductVariant(container, { accountId: batch.accountId, listingKey, sku, title })

    const failures: Failure[] = []
    for (const decision of open) {
      const wanted = new Set(
        decision.verdict.plan.lines.flatMap((line) => (line.createDraft ? line.reference : [])),
      )
      const order = orders.get(decision.id)
      const lines = (order?.lines ?? []).filter((line) => wanted.has(line.reference))
      failures.push(
        ...(await allOrEach([decision], async () => {
          for (const line of lines) {
            const variantId = (variantIds[line.listingKey] ??= await variantOf(line))
            await marketplace.noteListings(batch.accountId, [
              {
                listing_key: line.listingKey,
                sku: line.sku,
                title: line.title,
                fulfilled_by: order?.fulfilledBy ?? "merchant",
                variant_id: variantId,
                matched_by: "created",
              },
            ])
          }
        })),
      )
    }
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .info(`[marketplaces] ${Object.keys(variantIds).length} products were made as drafts from listings`)
    return new StepResponse({ variantIds, failures })
  },
)
