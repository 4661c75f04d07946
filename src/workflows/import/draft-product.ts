import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, ProductStatus } from "@medusajs/framework/utils"
import { createProductsWorkflow } from "@medusajs/medusa/core-flows"
import { stableId } from "./rules/stable-id"

type ListingToSell = { accountId: string; listingKey: string; sku: string | null; title: string }

/**
 * The variant of the product that was made as a draft from a listing; makes it the first time. The handle follows from the
 * listing, so that a second attempt finds the first one's product.
 */
export async function draftProductVariant(
  container: MedusaContainer,
  { accountId, listingKey, sku, title }: ListingToSell,
): Promise<string> {
  const handle = stableId("listing", accountId, listingKey).toLowerCase().replace("_", "-")
  const products = container.resolve(Modules.PRODUCT)
  const find = async () =>
    (await products.listProducts({ handle }, { relations: ["variants"] }))[0]?.variants[0]?.id
  const known = await find()
  if (known) return known
  await createProductsWorkflow(container).run({
    input: {
      products: [
        {
          title: title || listingKey,
          handle,
          status: ProductStatus.DRAFT,
          options: [{ title: "Default", values: ["Default"] }],
          variants: [
            {
              title: "Default",
              ...(sku ? { sku } : {}),
              options: { Default: "Default" },
              manage_inventory: false,
              prices: [],
            },
          ],
          metadata: { marketplace: { account_id: accountId, listing_key: listingKey } },
        },
      ],
    },
  })
  const made = await find()
  if (!made) throw new Error("The draft product that was just made cannot be found")
  return made
}
