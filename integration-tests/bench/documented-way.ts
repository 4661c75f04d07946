import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createOrderPaymentCollectionWorkflow,
  createOrderWorkflow,
  createReservationsWorkflow,
  markPaymentCollectionAsPaid,
} from "@medusajs/medusa/core-flows"
import type { OrderDraft } from "../../src/workflows/import/rules/order-draft"

/**
 * The way Medusa's documentation suggests, order by order, to the same outcome: `createOrderWorkflow` (with its guest
 * customer), a reservation per line, a payment collection that is marked as paid.
 */
export async function importTheDocumentedWay(
  container: MedusaContainer,
  drafts: OrderDraft[],
  locationId: string,
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "product_variant",
    fields: ["id", "inventory_items.inventory_item_id"],
  })
  const itemsOf = new Map(
    (data as { id: string; inventory_items?: { inventory_item_id: string }[] }[]).map((variant) => [
      variant.id,
      variant.inventory_items ?? [],
    ]),
  )
  const orders = container.resolve(Modules.ORDER)
  for (const draft of drafts) {
    const { result: order } = await createOrderWorkflow(container).run({
      input: {
        region_id: draft.region_id,
        sales_channel_id: draft.sales_channel_id,
        currency_code: draft.currency_code,
        email: draft.email,
        shipping_address: draft.shipping_address,
        billing_address: draft.billing_address,
        no_notification: true,
        metadata: draft.metadata,
        items: draft.items.map(({ id: _id, ...item }) => ({ ...item, quantity: Number(item.quantity) })),
        shipping_methods: draft.shipping_methods.map((method) => ({ ...method, order_id: "" })),
      },
    })
    const [made] = await orders.listOrders(
      { id: order.id },
      { relations: ["items"], select: ["id", "total"] },
    )
    await createReservationsWorkflow(container).run({
      input: {
        reservations: (made.items ?? []).flatMap((item) =>
          (itemsOf.get(item.variant_id ?? "") ?? []).map(({ inventory_item_id }) => ({
            line_item_id: item.id,
            inventory_item_id,
            location_id: locationId,
            quantity: item.quantity,
          })),
        ),
      },
    })
    const { result: collections } = await createOrderPaymentCollectionWorkflow(container).run({
      input: { order_id: order.id, amount: Number(made.total) },
    })
    await markPaymentCollectionAsPaid(container).run({
      input: { order_id: order.id, payment_collection_id: collections[0].id },
    })
  }
}
