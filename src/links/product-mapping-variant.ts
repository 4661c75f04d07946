import { defineLink } from "@medusajs/framework/utils"
import ProductModule from "@medusajs/medusa/product"
import MarketplaceModule from "../modules/marketplace"

/** Read-only: the variant that a listing is, as `product_mapping.product_variant`. */
export default defineLink(
  { linkable: MarketplaceModule.linkable.productMapping, field: "variant_id" },
  { linkable: ProductModule.linkable.productVariant },
  { readOnly: true },
)
