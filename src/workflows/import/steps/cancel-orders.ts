import type { IOrderModuleService, MedusaContainer } from "@medusajs/framework/types"
import {
  ChangeActionType,
  Modules,
  OrderChangeStatus,
  OrderChangeType,
  PaymentCollectionStatus,
} from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { allOrEach, type Batch, type Decision, type Failure } from "../batch"
import { deleteDrafts } from "../delete-drafts"
import { findExistingOrders } from "../existing-orders"
import { withInventory } from "../inventory-transaction"
import { withOrderLock } from "../order-lock"
import { TRANSACTION_REFERENCE } from "../rules/order-draft"
import type { CancelConflict } from "../rules/settle-decision"
import type { Verdict } from "../rules/verdict"
import { loadImported, type ImportedFacts } from "./decide-orders"
import { paymentCollectionId } from "./record-payments"

const REFUND_REFERENCE = "marketplace_refund"

/** Lets go of what is reserved for some lines, or for the holds of some orders. */
export async function releaseStock(container: MedusaContainer, lineItemIds: string[]): Promise<void> {
  const inventory = container.resolve(Modules.INVENTORY)
  const held = await inventory.listReservationItems(
    { line_item_id: lineItemIds },
    { select: ["id", "inventory_item_id", "location_id"] },
  )
  if (!held.length) return
  const levels = held.map((one) => ({ inventoryItemId: one.inventory_item_id, locationId: one.location_id }))
  await withInventory(container, levels, ({ inventory: locked, shared }) =>
    locked.deleteReservationItemsByLineItem(lineItemIds, shared),
  )
}

/** A credit line for the whole total, so that a canceled order owes nothing; a change that a crash left open is confirmed. */
async function creditTotal(
  orders: IOrderModuleService,
  orderId: string,
  displayId: string,
  amount: string,
): Promise<void> {
  const [order] = await orders.listOrders({ id: orderId }, { select: ["id"], relations: ["credit_lines"] })
  if (order?.credit_lines?.some((line) => line.reference === REFUND_REFERENCE)) return
  const pending = await orders.listOrderChanges({ order_id: orderId, status: [OrderChangeStatus.PENDING] })
  const open = pending.find((change) => String(change.change_type) === String(OrderChangeType.CREDIT_LINE))
  const change =
    open ??
    (await orders.createOrderChange({
      order_id: orderId,
      change_type: OrderChangeType.CREDIT_LINE,
      actions: [
        {
          action: ChangeActionType.CREDIT_LINE_ADD,
          reference: REFUND_REFERENCE,
          reference_id: displayId,
          amount,
        },
      ],
    }))
  await orders.confirmOrderChange(change.id)
}

/** Undoes one order in the books. Each part looks first whether it is done, the order's state comes last. */
async function cancelOrder(container: MedusaContainer, decision: Decision, orderId: string): Promise<void> {
  const orders = container.resolve(Modules.ORDER)
  const payments = container.resolve(Modules.PAYMENT)
  const [order] = await orders.listOrders({ id: orderId }, { relations: ["items", "transactions"] })
  if (!order) return
  await releaseStock(
    container,
    (order.items ?? []).map((item) => item.id),
  )

  const paid = order.transactions?.find((one) => one.reference === TRANSACTION_REFERENCE)
  const refunded = order.transactions?.some((one) => one.reference === REFUND_REFERENCE)
  if (paid) {
    const amount = String(paid.amount)
    await creditTotal(orders, orderId, decision.displayId, amount)
    if (!refunded) {
      await orders.addOrderTransactions({
        order_id: orderId,
        amount: `-${amount}`,
        currency_code: order.currency_code,
        reference: REFUND_REFERENCE,
        reference_id: decision.displayId,
      })
    }
    const refund = { refunded_amount: amount, status: PaymentCollectionStatus.CANCELED }
    // Looked for, not named: an attempt that failed may have made the order and no collection.
    await payments.updatePaymentCollections({ id: paymentCollectionId(orderId) }, refund)
  }
  if (order.status !== "canceled") await orders.cancel(orderId)
}

/** What was done here since the decision that a cancellation must not undo by itself. */
function conflictOf(facts: ImportedFacts): CancelConflict | undefined {
  if (facts.canceledHere) return undefined
  if (facts.fulfilledHere) return "canceled_after_shipment"
  return facts.invoicedHere ? "canceled_after_invoice" : undefined
}

/** The order is no longer what a person was asked to review: its draft goes. */
const leavesReview = ({ action }: Verdict): boolean =>
  action === "block" || action === "wait" || action === "ignore"

/**
 * Cancels the Medusa orders of orders that were canceled at the platform: reservations released, the payment refunded in
 * the books. What is packed, shipped or invoiced here is left as it is and reported in `conflicts`. A draft is removed. The same
 * goes for orders that are left out, where an attempt that failed had made one.
 */
export const cancelOrdersStep = createStep(
  "cancel-marketplace-orders",
  async (batch: Batch, { container }) => {
    const canceled = batch.decisions.filter(
      ({ verdict, before }) => verdict.action === "cancel" || (before.drafted && leavesReview(verdict)),
    )
    const conflicts: Record<string, CancelConflict> = {}
    const orderIds: Record<string, string> = {}
    if (!canceled.length) return new StepResponse({ orderIds, conflicts, failures: [] as Failure[] })

    const orders = container.resolve(Modules.ORDER)
    const existing = await findExistingOrders(orders, canceled)
    const facts = await loadImported(
      container,
      [...existing.values()].map(({ id }) => id),
    )
    const failures: Failure[] = []
    for (const decision of canceled) {
      const order = existing.get(decision.id)
      if (!order) continue
      if (order.is_draft_order) {
        failures.push(
          ...(await allOrEach([decision], () =>
            deleteDrafts(container, [{ id: decision.id, orderId: order.id }]),
          )),
        )
        continue
      }
      if (decision.verdict.action !== "cancel" && decision.before.draft) {
        // Turned into an order on Medusa's own page a moment ago: it is decided again as what it is now.
        failures.push({ id: decision.id, reason: "draft converted meanwhile" })
        continue
      }
      orderIds[decision.id] = order.id
      // The platform still wants it, and a canceled order cannot be brought back: it stays with its row.
      if (decision.verdict.action === "block" || decision.verdict.action === "wait") continue
      const state = facts.get(order.id)
      const conflict = state && conflictOf(state)
      if (conflict) conflicts[decision.id] = conflict
      else
        failures.push(
          ...(await allOrEach([decision], () =>
            withOrderLock(container, order.id, () => cancelOrder(container, decision, order.id)),
          )),
        )
    }
    return new StepResponse({ orderIds, conflicts, failures })
  },
)
