import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { StoreVariant } from "./rules/rank-variants"

type VariantRow = {
  id: string
  title: string
  sku: string | null
  barcode: string | null
  ean: string | null
  upc: string | null
  thumbnail: string | null
  product?: { id: string; title: string; thumbnail: string | null } | null
}

const FIELDS = [
  "id",
  "title",
  "sku",
  "barcode",
  "ean",
  "upc",
  "thumbnail",
  "product.id",
  "product.title",
  "product.thumbnail",
]

/** Variants of the store with what screens show of them, by one query. */
export async function loadStoreVariants(
  container: MedusaContainer,
  filters: Record<string, unknown>,
  take: number,
): Promise<StoreVariant[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: FIELDS,
    filters,
    pagination: { take, order: { id: "ASC" } },
  })
  return (data as VariantRow[]).map(({ product, ...row }) => ({
    id: row.id,
    title: row.title,
    sku: row.sku,
    barcode: row.barcode,
    ean: row.ean,
    upc: row.upc,
    productId: product?.id ?? null,
    productTitle: product?.title ?? null,
    thumbnail: row.thumbnail ?? product?.thumbnail ?? null,
  }))
}
