import { defineLink } from "@medusajs/framework/utils"
import OrderModule from "@medusajs/medusa/order"
import MarketplaceModule from "../modules/marketplace"

/** Read-only: where a Medusa order came from, as `order.marketplace_order`. */
export default defineLink(
  { linkable: OrderModule.linkable.order, field: "id" },
  { ...MarketplaceModule.linkable.marketplaceOrder.id, primaryKey: "order_id" },
  { readOnly: true },
)
