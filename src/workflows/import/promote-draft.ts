import type { IOrderModuleService, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Planned } from "./batch"
import { dropOpenCollections } from "./open-collections"
import { withDraftLock } from "./order-lock"
import { restoreTaxes } from "./restore-taxes"
import { paymentOf, type OrderDraft } from "./rules/order-draft"

/** The draft was edited between the decision and its approval: it is decided again, as it stands now. */
class DraftEditedMeanwhile extends Error {
  override name = "DraftEditedMeanwhile"
}

/** Less than any currency has. */
const NOTHING = 0.0001

async function asDecided(
  orders: IOrderModuleService,
  { before: { draft }, verdict }: Planned,
  orderId: string,
): Promise<void> {
  if (!draft) return
  // Looked up when it is no draft any more, so that nobody can edit it after the look.
  const { version, total } = await orders.retrieveOrder(orderId, { select: ["id", "version", "total"] })
  // Medusa works out the taxes anew when it makes the order, and an edited one is to be paid as it stands.
  const isRetaxed = draft.edited && Math.abs(Number(total) - Number(verdict.plan.total)) >= NOTHING
  if (version !== draft.version || isRetaxed) throw new DraftEditedMeanwhile()
}

/**
 * A draft that waited for review becomes the order: paid, and no longer a draft. Also one that somebody has turned into an order on
 * Medusa's own page: it is not paid yet, and has the platform's taxes no longer; `asSold` gives it as it was. Whoever comes second
 * finds it done.
 */
export function promoteDraft(
  container: MedusaContainer,
  decision: Planned,
  orderId: string,
  asSold: () => Promise<OrderDraft | undefined>,
): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  return withDraftLock(container, orderId, async () => {
    const { is_draft_order: isDraft } = await orders.retrieveOrder(orderId, {
      select: ["id", "is_draft_order"],
    })
    if (isDraft) await orders.updateOrders([{ id: orderId, status: "pending", is_draft_order: false }])
    await asDecided(orders, decision, orderId)
    const { draft } = decision.before
    // Also where it was turned into an order since it was decided.
    const sold = draft && !isDraft && !draft.edited ? await asSold() : undefined
    if (sold) await restoreTaxes(orders, sold, decision.verdict.plan.total)
    await dropOpenCollections(container, [orderId])
    const payment = paymentOf(decision.verdict.plan, decision.displayId)
    const known = await orders.listOrderTransactions({ order_id: orderId, reference: payment.reference })
    if (!known.length) await orders.addOrderTransactions({ order_id: orderId, ...payment })
  })
}
