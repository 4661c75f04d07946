import { isBlocking, problem, type ChannelOrder, type Problem } from "../../../connector"
import type { DecideContext, KnownOrder } from "./context"
import { planOrder } from "./plan-order"
import { fingerprintOf } from "./order-totals"
import type { IgnoreRule, Verdict } from "./verdict"

/** An order that is in Medusa already: only a cancellation or a change that a person must see can follow. */
function decideImported(order: ChannelOrder, imported: NonNullable<KnownOrder["imported"]>): Verdict {
  if (order.status === "canceled") {
    // A cancellation that crashed half way finds the order canceled already; going through it again completes it.
    if (imported.canceledHere || !imported.fulfilledHere) return { action: "cancel" }
    return { action: "keep", problems: [problem("canceled_after_shipment")] }
  }
  const changed = imported.fingerprint !== null && imported.fingerprint !== fingerprintOf(order)
  return {
    action: "keep",
    problems: changed ? [problem("changed_after_import", { what: "lines_or_total" })] : [],
  }
}

/** The account's rules on which orders it takes at all; a person who asks for an order goes past the last three. */
function ignoredBy(order: ChannelOrder, known: KnownOrder, context: DecideContext): IgnoreRule | undefined {
  if (order.outOfScope) return order.outOfScope
  if (known.requested) return undefined
  if (known.ignoredByPerson) return "ignored_by_person"
  if (new Date(order.placedAt) < context.account.activatedAt) return "before_activation"
  const site = context.account.sites.find((candidate) => candidate.externalId === order.marketplace)
  if (site && !site.enabled) return "marketplace_disabled"
  if (order.fulfilledBy === "merchant" && order.status === "shipped") return "shipped_elsewhere"
  return undefined
}

/**
 * DECIDE: what happens with an order and every reason for it. Pure but for one thing: an order that is taken lowers
 * `context.available`, so that the orders of one batch do not count the same stock twice.
 */
export function decideOrder(order: ChannelOrder, known: KnownOrder, context: DecideContext): Verdict {
  if (known.state === "canceled") return { action: "keep", problems: [] }
  if (known.imported) return decideImported(order, known.imported)

  const rule = ignoredBy(order, known, context)
  if (order.status === "canceled" && rule !== "foreign_channel") return { action: "cancel" }
  if (rule) return { action: "ignore", rule }
  if (order.status === "pending") return { action: "wait", rule: "not_paid" }
  if (order.fulfilledBy === "platform" && order.status !== "shipped")
    return { action: "wait", rule: "platform_ships" }

  const { plan, found } = planOrder(order, context)
  const remarks = found.filter((one) => !isBlocking(one))
  const problems: Problem[] = found.filter(isBlocking)
  if (!plan || problems.length) return { action: "block", problems, remarks }
  return {
    action: context.account.settings.review_first && !known.approved ? "review" : "import",
    plan,
    remarks,
  }
}
