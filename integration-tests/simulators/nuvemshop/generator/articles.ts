import articles from "../../../../scripts/seed/articles.json"
import type { ProductOptions } from "../products/product"

/** What the demonstration's shop sells, as the store of the platform offers it; a price in reais is made of the dollars. */
export const DEFAULT_PRODUCTS: readonly ProductOptions[] = articles.map((article) => ({
  name: article.title,
  attributes: [article.option],
  variants: article.variants.map(({ sku, title, dollars, grams }) => ({
    sku,
    price: (dollars * 5).toFixed(2),
    stock: 50,
    values: [title],
    weight: (grams / 1000).toFixed(3),
  })),
}))
