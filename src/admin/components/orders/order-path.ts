import type { OrderDetails } from "../../lib/answers"

/** Our drawer on an order, from anywhere in the dashboard. */
export const drawerPath = (id: string): string => `/marketplaces/orders?order=${id}`

/** The Medusa order that it became, or the draft order while it waits for review; a draft of what was left out goes. */
export function medusaPath(order: Pick<OrderDetails, "state" | "order">): string | null {
  if (!order.order) return null
  if (!order.order.is_draft_order) return `/orders/${order.order.id}`
  return order.state === "review" ? `/draft-orders/${order.order.id}` : null
}

/** Medusa's number for it; an imported order carries the platform's number as its own. */
export const medusaNumber = ({ custom_display_id, display_id }: NonNullable<OrderDetails["order"]>): string =>
  custom_display_id ?? `#${display_id}`
