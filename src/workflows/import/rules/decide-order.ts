import { isBlocking, problem, type ChannelOrder, type Problem } from "../../../connector"
import type { DecideContext, KnownOrder, RuleAccount } from "./context"
import { holdOf } from "./hold-stock"
import { planOrder } from "./plan-order"
import { changeSince } from "./order-totals"
import type { IgnoreRule, Verdict } from "./verdict"

type ImportedFacts = NonNullable<KnownOrder["imported"]>

/**
 * Canceled in the store, and not at the platform: nothing here cancels it there, so a person has to. Once the platform counts
 * goods as sent, it is too late for that.
 */
function canceledHereOnly(order: ChannelOrder, { invoicedHere }: ImportedFacts): Problem[] {
  const sent = order.status === "shipped" || order.lines.some((line) => line.quantityShipped > 0)
  const code = sent ? "canceled_here_after_confirmation" : "canceled_here_only"
  const details = { order: order.reference }
  return [problem(code, details), ...(invoicedHere ? [problem("canceled_after_invoice", details)] : [])]
}

/**
 * An order that is in Medusa already: only a cancellation or a change that a person must see can follow. What was packed or
 * invoiced here is never undone by itself.
 */
function decideImported(order: ChannelOrder, imported: ImportedFacts): Verdict {
  if (order.status === "canceled") {
    const details = { order: order.reference }
    // A cancellation that crashed half way finds the order canceled already; going through it again completes it.
    if (imported.canceledHere) return { action: "cancel" }
    const against = [
      ...(imported.fulfilledHere ? [problem("canceled_after_shipment", details)] : []),
      ...(imported.invoicedHere ? [problem("canceled_after_invoice", details)] : []),
    ]
    return against.length ? { action: "keep", problems: against } : { action: "cancel" }
  }
  if (imported.canceledHere) return { action: "keep", problems: canceledHereOnly(order, imported) }
  const what = imported.fingerprint === null ? undefined : changeSince(imported.fingerprint, order)
  return { action: "keep", problems: what ? [problem("changed_after_import", { what })] : [] }
}

/** Platforms tell whole seconds: an order of the very second in which the account was activated counts. */
const startOfSecond = (at: Date): number => Math.floor(at.getTime() / 1000) * 1000

/** Held against the activation: when an order was placed, or paid - and one that is not paid yet then waits, however old. */
function isBeforeActivation(order: ChannelOrder, { activatedAt, countsFrom }: RuleAccount): boolean {
  if (countsFrom === "paid" && order.status === "pending") return false
  const counted = countsFrom === "paid" ? (order.paidAt ?? order.placedAt) : order.placedAt
  return Date.parse(counted) < startOfSecond(activatedAt)
}

/**
 * It had left before it came here. Not where it was seen before it left, nor where what counts is when it was paid: such a sale is
 * one of this store's, whoever sent it.
 */
const leftBefore = (order: ChannelOrder, { seenUnsent }: KnownOrder, { account }: DecideContext): boolean =>
  order.fulfilledBy === "merchant" &&
  order.status === "shipped" &&
  !seenUnsent &&
  account.countsFrom !== "paid"

/**
 * What was sold while this store was counting was on its shelf then: it is reserved, also what the platform says has left, until a
 * fulfilment in Medusa takes it out of the stock.
 */
function withShelf(order: ChannelOrder, known: KnownOrder, { account }: DecideContext): ChannelOrder {
  const wasHere = known.seenUnsent || (account.countsFrom === "paid" && !isBeforeActivation(order, account))
  if (!wasHere || order.status !== "shipped") return order
  return { ...order, lines: order.lines.map((line) => ({ ...line, quantityShipped: 0 })) }
}

/** The account's rules on which orders it takes at all; a person who asks for an order goes past the last three. */
function ignoredBy(order: ChannelOrder, known: KnownOrder, context: DecideContext): IgnoreRule | undefined {
  if (order.outOfScope) return order.outOfScope
  if (known.requested) return undefined
  if (known.ignoredByPerson) return "ignored_by_person"
  if (isBeforeActivation(order, context.account)) return "before_activation"
  const site = context.account.sites.find((candidate) => candidate.externalId === order.marketplace)
  if (site && !site.enabled) return "marketplace_disabled"
  return leftBefore(order, known, context) ? "shipped_elsewhere" : undefined
}

/**
 * DECIDE: what happens with an order and every reason for it. Pure but for one thing: an order that is taken lowers
 * `context.available`, so that the orders of one batch do not count the same stock twice.
 */
export function decideOrder(order: ChannelOrder, known: KnownOrder, context: DecideContext): Verdict {
  if (known.canceledForGood) return { action: "keep", problems: [] }
  if (known.imported) return decideImported(order, known.imported)

  const rule = ignoredBy(order, known, context)
  if (order.status === "canceled" && rule !== "foreign_channel")
    return known.state === "canceled" ? { action: "keep", problems: [] } : { action: "cancel" }
  if (rule) return { action: "ignore", rule }
  const onShelf = withShelf(order, known, context)
  const hold = holdOf(onShelf, context)
  if (order.status === "pending") return { action: "wait", rule: "not_paid", hold }
  if (order.fulfilledBy === "platform" && order.status !== "shipped")
    return { action: "wait", rule: "platform_ships", hold: null }

  const { plan, found } = planOrder(onShelf, context)
  const remarks = found.filter((one) => !isBlocking(one))
  const problems: Problem[] = found.filter(isBlocking)
  if (!plan || problems.length) return { action: "block", problems, remarks }
  return context.account.settings.review_first && !known.approved
    ? { action: "review", plan, remarks, hold }
    : { action: "import", plan, remarks }
}
