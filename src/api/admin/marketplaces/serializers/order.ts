import type { InferTypeOf } from "@medusajs/framework/types"
import type { Language } from "../../../../connector"
import type HistoryEntry from "../../../../modules/marketplace/models/history-entry"
import type MarketplaceOrder from "../../../../modules/marketplace/models/marketplace-order"
import { serializeProblemOrNull, serializeProblems } from "./problem"

type OrderRow = InferTypeOf<typeof MarketplaceOrder>

/** The columns that are shown; the sealed payload is not even read for it. */
export const orderColumns = [
  "id",
  "account_id",
  "reference",
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
  "run_id",
  "attempts",
  "next_attempt_at",
  "created_at",
  "updated_at",
] as const satisfies (keyof OrderRow)[]

export type ShownOrder = Pick<OrderRow, (typeof orderColumns)[number]>

/** An order of the inbox as it is shown. */
export function serializeOrder(order: ShownOrder, language: Language) {
  return {
    id: order.id,
    account_id: order.account_id,
    reference: order.reference,
    marketplace: order.marketplace,
    platform_status: order.platform_status,
    platform_updated_at: order.platform_updated_at,
    placed_at: order.placed_at,
    fulfilled_by: order.fulfilled_by,
    currency: order.currency,
    total: order.total,
    line_count: order.line_count,
    ship_by: order.ship_by,
    deliver_by: order.deliver_by,
    state: order.state,
    rule: order.rule,
    problem_code: order.problem_code,
    problems: serializeProblems(order.problems, language),
    order_id: order.order_id,
    imported_at: order.imported_at,
    requested_by: order.requested_by,
    approved_by: order.approved_by,
    run_id: order.run_id,
    attempts: order.attempts,
    next_attempt_at: order.next_attempt_at,
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
    event: entry.event,
    details,
    problems: one ? [one] : serializeProblems(problems ?? null, language),
  }
}
