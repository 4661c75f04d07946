import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import MarketplaceModule from "../modules/marketplace"

/** Read-only: the Medusa order that a marketplace order became, as `marketplace_order.order`. */
export default defineLink(
  { linkable: MarketplaceModule.linkable.marketplaceOrder, field: "order_id" },
  { linkable: OrderModule.linkable.order },
  { readOnly: true },
)
