import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../../../modules/marketplace"
import type { ExportMovementsQuery } from "./validators"

/** The variants that a filter names, by themselves or by their products; undefined when it names none. */
export async function variantsNamed(
  container: MedusaContainer,
  { product_id, variant_id }: Pick<ExportMovementsQuery, "product_id" | "variant_id">,
): Promise<string[] | undefined> {
  if (!product_id) return variant_id
  const variants = await container
    .resolve(Modules.PRODUCT)
    .listProductVariants({ product_id }, { select: ["id"] })
  const ids = variants.map(({ id }) => id)
  return variant_id ? ids.filter((id) => variant_id.includes(id)) : ids
}

/** What a person typed is the number of an order or a transfer, or else a listing. Asked one by one, each has its index. */
async function named(
  container: MedusaContainer,
  q: string,
): Promise<{ reference: string } | { listing_key: string }> {
  const [known] = await container
    .resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
    .listStockMovements({ reference: q }, { select: ["id"], take: 1 })
  return known ? { reference: q } : { listing_key: q }
}

/** The database's filters of a list of movements. */
export async function movementFilters(container: MedusaContainer, query: ExportMovementsQuery) {
  const { account_id, location_id, marketplace, reason, from, to, q } = query
  const variantIds = await variantsNamed(container, query)
  return {
    ...(account_id ? { account_id } : {}),
    ...(variantIds ? { variant_id: variantIds } : {}),
    ...(location_id ? { location_id } : {}),
    ...(marketplace ? { marketplace } : {}),
    ...(reason ? { reason } : {}),
    ...(from || to
      ? {
          at: {
            ...(from ? { $gte: new Date(from) } : {}),
            ...(to ? { $lt: new Date(to) } : {}),
          },
        }
      : {}),
    ...(q ? await named(container, q) : {}),
  }
}
