import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminProduct, DetailWidgetProps } from "@medusajs/framework/types"
import { ProductListings } from "../components/mappings/product-listings"

/** On a product's page: the marketplace listings that are mapped to its variants. */
const ProductListingsWidget = ({ data }: DetailWidgetProps<AdminProduct>) => (
  <ProductListings productId={data.id} />
)

export const config = defineWidgetConfig({
  id: "marketplaces-product-listings",
  zone: "product.details.side.after",
})

export default ProductListingsWidget
