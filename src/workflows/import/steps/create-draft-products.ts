import { ContainerRegistrationKeys, Modules, ProductStatus } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { ChannelOrderLine } from "../../../connector"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../modules/marketplace"
import { allOrEach, plannedIn, type Batch, type Failure } from "../batch"
import { openOrders } from "../payload"
import { stableId } from "../rules/stable-id"

const handleOf = (accountId: string, listingKey: string): string =>
  stableId("listing", accountId, listingKey).toLowerCase().replace("_", "-")

/**
 * Where the account says so, makes a product as a draft for each listing without one, and maps it. The handle follows from
 * the listing, so that a second attempt finds the first one's product. Gives variant ids by listing key.
 */
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
    const products = container.resolve(Modules.PRODUCT)
    const variantOf = async (line: ChannelOrderLine): Promise<string> => {
      const handle = handleOf(batch.accountId, line.listingKey)
      const find = async () =>
        (await products.listProducts({ handle }, { relations: ["variants"] }))[0]?.variants[0]?.id
      const known = await find()
      if (known) return known
      await createProductsWorkflow(container).run({
        input: {
          products: [
            {
              title: line.title || line.listingKey,
              handle,
              status: ProductStatus.DRAFT,
              options: [{ title: "Default", values: ["Default"] }],
              variants: [
                {
                  title: "Default",
                  ...(line.sku ? { sku: line.sku } : {}),
                  options: { Default: "Default" },
                  manage_inventory: false,
                  prices: [],
                },
              ],
              metadata: { marketplace: { account_id: batch.accountId, listing_key: line.listingKey } },
            },
          ],
        },
      })
      const made = await find()
      if (!made) throw new Error("The draft product that was just made cannot be found")
      return made
    }

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
