import { platformTime } from "../clock"
import { type Cents, decimal } from "../money"
import { type Product, totalStock, type Variant } from "./product"

export function productView(product: Product): Record<string, unknown> {
  return {
    id: product.id,
    name: product.name,
    description: product.description,
    handle: product.handle,
    attributes: product.attributes,
    published: product.published,
    visibility: product.published ? "visible" : "hidden",
    free_shipping: product.freeShipping,
    requires_shipping: product.requiresShipping,
    canonical_url: `https://loja.example/produtos/${Object.values(product.handle)[0] ?? product.id}/`,
    video_url: null,
    seo_title: product.seoTitle,
    seo_description: product.seoDescription,
    brand: product.brand,
    tags: product.tags,
    created_at: platformTime(product.createdAt),
    updated_at: platformTime(product.updatedAt),
    variants: product.variants.map(variantView),
    images: product.images,
    categories: product.categories,
  }
}

export function variantView(variant: Variant): Record<string, unknown> {
  const stock = totalStock(variant)
  return {
    id: variant.id,
    image_id: null,
    product_id: variant.productId,
    position: variant.position,
    price: decimalOrNull(variant.price),
    compare_at_price: decimalOrNull(variant.compareAtPrice),
    promotional_price: decimalOrNull(variant.promotionalPrice),
    cost: decimalOrNull(variant.cost),
    stock_management: stock !== null,
    stock,
    inventory_levels: [...variant.levels].map(([locationId, units], index) => ({
      id: variant.id * 10 + index,
      variant_id: variant.id,
      location_id: locationId,
      stock: units,
    })),
    weight: variant.weight,
    width: variant.width,
    height: variant.height,
    depth: variant.depth,
    sku: variant.sku,
    barcode: variant.barcode,
    mpn: null,
    age_group: null,
    gender: null,
    values: variant.values,
    created_at: platformTime(variant.createdAt),
    updated_at: platformTime(variant.updatedAt),
  }
}

function decimalOrNull(amount: Cents | null): string | null {
  return amount === null ? null : decimal(amount)
}
