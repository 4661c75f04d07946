import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules, PaymentCollectionStatus } from "@medusajs/framework/utils"

const open: readonly string[] = [PaymentCollectionStatus.NOT_PAID, PaymentCollectionStatus.AWAITING]

/**
 * Removes the payment collections that Medusa opened for some drafts: it does so whenever one is edited, and asks the buyer for
 * what the platform has long been paid. Left there, an approved order would show as unpaid.
 */
export async function dropOpenCollections(container: MedusaContainer, orderIds: string[]): Promise<void> {
  if (!orderIds.length) return
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const payments = container.resolve(Modules.PAYMENT)
  const { data } = await query.graph({
    entity: "order_payment_collection",
    fields: ["order_id", "payment_collection_id"],
    filters: { order_id: orderIds },
  })
  const links = data as { order_id: string; payment_collection_id: string }[]
  if (!links.length) return
  const found = await payments.listPaymentCollections(
    { id: links.map(({ payment_collection_id }) => payment_collection_id) },
    { select: ["id", "status"] },
  )
  const ids = new Set(found.filter(({ status }) => open.includes(status)).map(({ id }) => id))
  const gone = links.filter(({ payment_collection_id }) => ids.has(payment_collection_id))
  if (!gone.length) return
  await container.resolve(ContainerRegistrationKeys.LINK).dismiss(
    gone.map(({ order_id, payment_collection_id }) => ({
      [Modules.ORDER]: { order_id },
      [Modules.PAYMENT]: { payment_collection_id },
    })),
  )
  await payments.deletePaymentCollections([...ids])
}
