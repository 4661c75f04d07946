import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"

/** The variants that carry exactly these SKUs, by SKU. The store has a SKU once. */
export async function variantsBySku(
  container: MedusaContainer,
  listings: { sku: string | null }[],
): Promise<Map<string, string>> {
  const skus = [...new Set(listings.flatMap(({ sku }) => sku ?? []))]
  if (!skus.length) return new Map()
  const variants = await container
    .resolve(Modules.PRODUCT)
    .listProductVariants({ sku: skus }, { select: ["id", "sku"], take: skus.length })
  return new Map(variants.map(({ sku, id }) => [sku ?? "", id]))
}
