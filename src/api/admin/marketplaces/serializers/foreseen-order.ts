import type { Language, Problem } from "../../../../connector"
import type { Verdict } from "../../../../workflows/import/rules/verdict"
import type { ForeseenOrder } from "../../../../workflows/preview/foresee-orders"
import { serializeProblem } from "./problem"

const problemsOf = (verdict: Verdict): Problem[] => ("problems" in verdict ? verdict.problems : [])
const remarksOf = (verdict: Verdict): Problem[] => ("remarks" in verdict ? verdict.remarks : [])

/** What an import would do with an order. Carries nothing about the buyer. */
export function serializeForeseenOrder({ read, verdict, orderId }: ForeseenOrder, language: Language) {
  const order = read.readable ? read.order : undefined
  return {
    reference: read.readable ? read.order.reference : read.reference,
    /** By which people know it, where that is not its reference. */
    number: order?.number ?? null,
    placed_at: order?.placedAt ?? null,
    updated_at: read.readable ? read.order.updatedAt : read.updatedAt,
    marketplace: order?.marketplace ?? null,
    fulfilled_by: order?.fulfilledBy ?? null,
    status: order?.status ?? null,
    total: order?.total ?? null,
    currency: order?.currency ?? null,
    lines: order?.lines.length ?? 0,
    verdict: verdict.action,
    ...("rule" in verdict ? { rule: verdict.rule } : {}),
    problems: problemsOf(verdict).map((found) => serializeProblem(found, language)),
    remarks: remarksOf(verdict).map((found) => serializeProblem(found, language)),
    order_id: orderId,
  }
}
