import { Link } from "react-router-dom"
import type { Movement } from "../../lib/answers"
import { VariantLine } from "../mappings/variant-line"

/** What moved: the product with its picture, leading to its page; the SKU alone where the product was deleted. */
export function GoodsCell({ goods }: { goods: Pick<Movement, "variant" | "sku" | "inventory_item_id"> }) {
  const { variant } = goods
  if (!variant) return <>{goods.sku ?? goods.inventory_item_id}</>
  return (
    <Link
      to={`/products/${variant.product_id}`}
      className="focus-visible:shadow-borders-focus block max-w-72 rounded py-1 outline-none hover:underline"
    >
      <VariantLine variant={variant} />
    </Link>
  )
}
