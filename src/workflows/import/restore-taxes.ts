import type { IOrderModuleService } from "@medusajs/framework/types"
import type { OrderDraft } from "./rules/order-draft"

/** Less than any currency has: totals that differ by it are the same. */
const NOTHING = 0.0001

/**
 * Gives an order the platform's taxes again. Medusa's own draft order page has them worked out anew where the region says so, and
 * the order would ask for another amount than the buyer has paid.
 */
export async function restoreTaxes(
  orders: IOrderModuleService,
  draft: OrderDraft,
  total: string,
): Promise<void> {
  const order = await orders.retrieveOrder(draft.id, {
    select: ["id", "total"],
    relations: ["items", "shipping_methods"],
  })
  if (Math.abs(Number(order.total) - Number(total)) < NOTHING) return
  const there = new Set((order.items ?? []).map(({ id }) => id))
  const ofLines = draft.items.flatMap((item) =>
    there.has(item.id) ? (item.tax_lines ?? []).map((line) => ({ ...line, item_id: item.id })) : [],
  )
  await orders.setOrderLineItemTaxLines(draft.id, ofLines)
  // One shipping method for each tax basis, so that the basis tells which is which.
  const ofShipping = draft.shipping_methods.flatMap(({ is_tax_inclusive, tax_lines }) => {
    const method = order.shipping_methods?.find((one) => one.is_tax_inclusive === is_tax_inclusive)
    return method ? (tax_lines ?? []).map((line) => ({ ...line, shipping_method_id: method.id })) : []
  })
  await orders.setOrderShippingMethodTaxLines(draft.id, ofShipping)
}
