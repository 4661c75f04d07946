import { defineWidgetConfig } from "@medusajs/admin-sdk"
import { MarketplaceOrderOf } from "../components/widgets/marketplace-order"

/** On the page of an order and of a draft order that waits for review. */
const MarketplaceOrderWidget = ({ data }: { data: { id: string } }) => (
  <MarketplaceOrderOf orderId={data.id} />
)

export const config = defineWidgetConfig({
  id: "marketplaces-order",
  zone: ["order.details.side.before", "draft_order.details.side.before"],
})

export default MarketplaceOrderWidget
