import type { CreateOrderLineItemDTO } from "@medusajs/framework/types"

/**
 * How an order line names what was sold. Medusa keeps it with the line, so that its screens, exports and e-mails show an
 * order as it was also after the product has changed. (The long description is left out: plans travel between processes.)
 */
export type LineProduct = Pick<
  CreateOrderLineItemDTO,
  | "product_id"
  | "product_title"
  | "product_subtitle"
  | "product_handle"
  | "product_type"
  | "product_collection"
  | "variant_title"
  | "variant_sku"
  | "variant_barcode"
  | "subtitle"
  | "thumbnail"
>

type Text = string | null | undefined

/** A variant of the store with its product, as the query gives them. */
export type SoldVariant = {
  title?: Text
  sku?: Text
  barcode?: Text
  thumbnail?: Text
  product?: {
    id: string
    title?: Text
    subtitle?: Text
    handle?: Text
    thumbnail?: Text
    type?: { value?: Text } | null
    collection?: { title?: Text } | null
  } | null
}

/** The same fields that a checkout fills; what the store does not know is left out. */
export function lineProductOf({ product, ...variant }: SoldVariant): LineProduct {
  const fields: Record<keyof LineProduct, Text> = {
    product_id: product?.id,
    product_title: product?.title,
    product_subtitle: product?.subtitle,
    product_handle: product?.handle,
    product_type: product?.type?.value,
    product_collection: product?.collection?.title,
    variant_title: variant.title,
    variant_sku: variant.sku,
    variant_barcode: variant.barcode,
    subtitle: variant.title,
    thumbnail: variant.thumbnail || product?.thumbnail,
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value))
}
