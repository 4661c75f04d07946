import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MARKETPLACE_MODULE, type MarketplaceModuleService } from "../../modules/marketplace"
import { logOf } from "../privacy/order-log"
import { addressesIn } from "../privacy/rules/blank"
import { dropOpenCollections } from "./open-collections"
import { withDraftLock } from "./order-lock"

/** A draft in Medusa, with the inbox row that it was made of. */
type Draft = { id: string; orderId: string }

/** The draft was turned into an order since it was decided: it is decided again, as what it is now. */
class DraftConvertedMeanwhile extends Error {
  override name = "DraftConvertedMeanwhile"
}

/** Removes drafts, each while Medusa can neither turn it into an order nor edit it. Those that are gone already count as removed. */
export async function deleteDrafts(container: MedusaContainer, drafts: Draft[]): Promise<void> {
  for (const draft of drafts) {
    await withDraftLock(container, draft.orderId, async () => {
      const [order] = await container
        .resolve(Modules.ORDER)
        .listOrders({ id: draft.orderId }, { select: ["id", "is_draft_order"] })
      if (order && !order.is_draft_order) throw new DraftConvertedMeanwhile()
      if (order) await remove(container, [draft])
    })
  }
}

/**
 * Removes drafts and what Medusa would leave of them: the payment collections that it opened, and addresses that were corrected,
 * which only the order's log names. Whom a draft belonged to is noted with its row first, since nothing else leads a purge to a
 * guest whom the platform has corrected. Done half, it can be done again.
 */
async function remove(container: MedusaContainer, drafts: Draft[]): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const marketplace = container.resolve<MarketplaceModuleService>(MARKETPLACE_MODULE)
  const orderIds = drafts.map(({ orderId }) => orderId)
  const [found, log] = await Promise.all([
    orders.listOrders(
      { id: orderIds },
      {
        select: ["id", "customer_id"],
        relations: ["shipping_address", "billing_address"],
        take: orderIds.length,
      },
    ),
    logOf(orders, orderIds),
  ])
  const customers = new Map(found.map((order) => [order.id, order.customer_id]))
  await marketplace.noteFormerCustomers(
    drafts.flatMap(({ id, orderId }) => {
      const customerId = customers.get(orderId)
      return customerId ? [{ id, customer_id: customerId }] : []
    }),
  )
  // The present ones go with the order, and before it they cannot.
  const present = new Set(
    found.flatMap(({ shipping_address: shipping, billing_address: billing }) => [shipping?.id, billing?.id]),
  )
  const replaced = new Set(
    log.flatMap(({ details }) => addressesIn(details)).filter((id) => !present.has(id)),
  )
  if (replaced.size) await orders.deleteOrderAddresses([...replaced])
  await dropOpenCollections(container, orderIds)
  await orders.deleteOrders(orderIds)
}
