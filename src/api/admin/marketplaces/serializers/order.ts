import type { InferTypeOf } from "@medusajs/framework/types"
import type { Language } from "../../../../connector"
import type { AccountEvent, DispatchEvent, OrderEvent } from "../../../../modules/marketplace/history-events"
import type HistoryEntry from "../../../../modules/marketplace/models/history-entry"
import type MarketplaceOrder from "../../../../modules/marketplace/models/marketplace-order"
import type { OpenStatus } from "../../../../modules/marketplace/store/late-to-ship"
import { actionsOn, type LeaveOutReason } from "../../../../modules/marketplace/order-actions"
import type { ChangesByPerson } from "../../../../modules/marketplace/order-changes"
import { serializeProblemOrNull, serializeProblems } from "./problem"

type OrderRow = InferTypeOf<typeof MarketplaceOrder>

/** The columns that are shown; the sealed payload is not even read for it. */
export const orderColumns = [
  "id",
  "account_id",
  "reference",
  "number",
  "marketplace",
  "platform_status",
  "platform_updated_at",
  "placed_at",
  "fulfilled_by",
  "currency",
  "total",
  "line_count",
  "ship_by",
  "deliver_by",
  "state",
  "rule",
  "problem_code",
  "problems",
  "order_id",
  "imported_at",
  "requested_by",
  "approved_by",
  "left_out_because",
  "left_out_note",
  "changes_by_person",
  "draft_edited_at",
  "run_id",
  "attempts",
  "next_attempt_at",
  "personal_data_purged_at",
  "created_at",
  "updated_at",
] as const satisfies (keyof OrderRow)[]

export type ShownOrder = Pick<OrderRow, (typeof orderColumns)[number]>

/** Whose order it was before is for putting it back, not for showing. */
function changesOf(changes: ChangesByPerson | null) {
  if (!changes) return null
  const { salesperson_id, payment_method, installments, customer_id } = changes
  return { salesperson_id, payment_method, installments, customer_id }
}

const neverShipped: readonly ShownOrder["state"][] = ["canceled", "ignored"]

/** True while the merchant still has to send it, as far as the platform knows; late is what is past its `ship_by`. */
const isToShip = (order: ShownOrder, open: OpenStatus[]): boolean =>
  order.fulfilled_by === "merchant" &&
  !neverShipped.includes(order.state) &&
  open.some(
    ({ account_id, platform_status }) =>
      account_id === order.account_id && platform_status === order.platform_status,
  )

/** An order of the inbox as it is shown; `open` are the statuses by which its account's orders still have to be sent. */
export function serializeOrder(order: ShownOrder, language: Language, open: OpenStatus[]) {
  return {
    id: order.id,
    account_id: order.account_id,
    reference: order.reference,
    /** By which people know it, where that is not its reference. */
    number: order.number,
    marketplace: order.marketplace,
    platform_status: order.platform_status,
    platform_updated_at: order.platform_updated_at,
    placed_at: order.placed_at,
    fulfilled_by: order.fulfilled_by,
    currency: order.currency,
    total: order.total,
    line_count: order.line_count,
    ship_by: order.ship_by,
    to_ship: isToShip(order, open),
    deliver_by: order.deliver_by,
    state: order.state,
    /** What a person can do with it now. */
    actions: actionsOn(order),
    rule: order.rule,
    problem_code: order.problem_code,
    problems: serializeProblems(order.problems, language),
    order_id: order.order_id,
    imported_at: order.imported_at,
    requested_by: order.requested_by,
    approved_by: order.approved_by,
    /** Why a person left it out. */
    left_out: order.left_out_because
      ? { reason: order.left_out_because as LeaveOutReason, note: order.left_out_note }
      : null,
    /** What a person changed about it: the fields that differ from what the platform or the account says. */
    changes_by_person: changesOf(order.changes_by_person),
    /** When somebody edited its draft in Medusa. */
    draft_edited_at: order.draft_edited_at,
    run_id: order.run_id,
    attempts: order.attempts,
    next_attempt_at: order.next_attempt_at,
    /** When the buyer's data was removed: the order can no longer be tried again, only read again. */
    personal_data_purged_at: order.personal_data_purged_at,
    created_at: order.created_at,
    updated_at: order.updated_at,
  }
}

/** One line of history, with the texts of the problems it tells of. */
export function serializeHistory(entry: InferTypeOf<typeof HistoryEntry>, language: Language) {
  const { problem, problems, ...details } = entry.details
  const one = serializeProblemOrNull(problem ?? null, language)
  return {
    id: entry.id,
    at: entry.at,
    actor: entry.actor,
    actor_id: entry.actor_id,
    event: entry.event as AccountEvent | DispatchEvent | OrderEvent,
    details,
    problems: one ? [one] : serializeProblems(problems ?? null, language),
  }
}
