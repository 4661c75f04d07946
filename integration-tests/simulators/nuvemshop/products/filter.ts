import { isBetween, type Query } from "../query"
import type { Store } from "../store/store"
import { type Product, totalStock } from "./product"

export const PRODUCT_FILTERS = [
  "ids",
  "since_id",
  "q",
  "handle",
  "category_id",
  "published",
  "free_shipping",
  "min_stock",
  "max_stock",
  "has_promotional_price",
  "created_at_min",
  "created_at_max",
  "updated_at_min",
  "updated_at_max",
  "sort_by",
] as const
const SORTS = [
  "user",
  "price-ascending",
  "price-descending",
  "alpha-ascending",
  "alpha-descending",
  "created-at-ascending",
  "created-at-descending",
  "best-selling",
] as const

/** Products that pass every filter, as they were created unless asked otherwise. */
export function filteredProducts(store: Store, query: Query): Product[] {
  const ids = query.integers("ids", 30)
  const since = query.integer("since_id") ?? 0
  const words = query.text("q")?.toLowerCase()
  const handle = query.text("handle")
  const published = query.flag("published")
  const free = query.flag("free_shipping")
  const promotional = query.flag("has_promotional_price")
  const least = query.integer("min_stock")
  const most = query.integer("max_stock")
  const created = [query.seconds("created_at_min"), query.seconds("created_at_max")] as const
  const updated = [query.seconds("updated_at_min"), query.seconds("updated_at_max")] as const
  const rows = [...store.products.values()].filter(
    (product) =>
      product.id > since &&
      (!ids || ids.includes(product.id)) &&
      (words === undefined || isFound(product, words)) &&
      (handle === undefined || Object.values(product.handle).includes(handle)) &&
      (published === undefined || product.published === published) &&
      (free === undefined || product.freeShipping === free) &&
      (promotional === undefined || hasPromotion(product) === promotional) &&
      product.variants.some((variant) => {
        const stock = totalStock(variant) ?? Infinity
        return stock >= (least ?? -Infinity) && stock <= (most ?? Infinity)
      }) &&
      isBetween(product.createdAt, ...created) &&
      isBetween(product.updatedAt, ...updated),
  )
  const sort = query.oneOf("sort_by", SORTS)
  if (sort === "created-at-descending") rows.reverse()
  if (sort?.startsWith("alpha"))
    rows.sort(
      (a, b) => titleOf(a, store).localeCompare(titleOf(b, store)) * (sort === "alpha-descending" ? -1 : 1),
    )
  return rows
}

function titleOf(product: Product, store: Store): string {
  return product.name[store.mainLanguage] ?? ""
}

function hasPromotion({ variants }: Product): boolean {
  return variants.some(({ promotionalPrice }) => promotionalPrice !== null)
}

/** By name, tags or SKU. */
function isFound({ name, tags, variants }: Product, words: string): boolean {
  const texts = [...Object.values(name), tags, ...variants.map(({ sku }) => sku ?? "")]
  return texts.some((text) => text.toLowerCase().includes(words))
}
