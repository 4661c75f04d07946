import { problem, type ConnectorFailure, type StockAnswer } from "../../connector"
import { presentable } from "./http"
import type { WireSubmission } from "./wire"

type WithoutListing<Answer> = Answer extends unknown ? Omit<Answer, "listingKey"> : never
/** What came of one level, without naming the listing. */
export type StockOutcome = WithoutListing<StockAnswer>

/** The account has no marketplace in which a level could be set. */
export const noMarketplace: StockOutcome = {
  outcome: "not_sent",
  retryAt: null,
  problem: problem("request_refused", { reason: "no marketplace enabled" }),
}

/** No enabled marketplace lists the SKU. */
export const unlisted = (sku: string): StockOutcome => ({
  outcome: "rejected",
  problem: problem("stock_rejected", { sku, reason: "sku unknown" }),
})

/** Levels in a row were sent without a usable answer: the next ones wait until Amazon answers again. */
export const noAnswerFromAmazon: StockOutcome = {
  outcome: "not_sent",
  retryAt: null,
  problem: problem("platform_unavailable", { reason: "no answers before" }),
}

/** What Amazon said to a submission; an INVALID one comes with HTTP 200 too. */
export function outcomeOf({ status, issues }: WireSubmission, sku: string): StockOutcome {
  if (status === "ACCEPTED") return { outcome: "accepted" }
  const told = issues ?? []
  const errors = told.filter(({ severity }) => severity === "ERROR")
  const messages = (errors.length > 0 ? errors : told).map(({ message }) => message)
  const reason = presentable(messages.join(" ")) || status
  return { outcome: "rejected", problem: problem("stock_rejected", { sku, reason }) }
}

/**
 * What a failed call says about its level. A refusal that is not about this SKU (role, application) would meet the next ones
 * as well: it counts as not sent, which ends the run.
 */
export function outcomeOfFailure(failure: ConnectorFailure, sku: string): StockOutcome {
  const { kind, problem: found } = failure
  switch (kind) {
    case "rejected":
      return found.code === "stock_rejected"
        ? { outcome: "rejected", problem: found }
        : { outcome: "not_sent", retryAt: null, problem: found }
    case "not_found":
      return unlisted(sku)
    case "throttled":
      return { outcome: "not_sent", retryAt: failure.retryAt, problem: found }
    // A success that is not as documented: it was sent, and nobody knows what came of it.
    case "contract_broken":
    case "outcome_unknown":
      return { outcome: "unknown" }
    default:
      return { outcome: "not_sent", retryAt: null, problem: found }
  }
}

/** Why listings could not be read before levels were sent: of those, nothing was. */
export function outcomeOfFailedReading(failure: ConnectorFailure): StockOutcome {
  const retryAt = failure.kind === "throttled" ? failure.retryAt : null
  return { outcome: "not_sent", retryAt, problem: failure.problem }
}

/**
 * What came of a level that was due in several marketplaces. It is as good as the worst of them: where one may have it and another
 * not, nobody knows what the platform has, so that it is looked up and, if need be, sent to all again, which does no harm.
 */
export function outcomeOfAll(
  told: readonly { country: string; outcome: StockOutcome }[],
  sku: string,
): StockOutcome {
  const outcomes = told.map(({ outcome }) => outcome)
  const has = (kind: StockOutcome["outcome"]) => outcomes.some(({ outcome }) => outcome === kind)
  const notSent = outcomes.find(({ outcome }) => outcome === "not_sent")
  if (has("unknown") || (notSent && has("accepted"))) return { outcome: "unknown" }
  if (notSent) return notSent
  const reasons = told.flatMap(({ country, outcome }) => {
    if (outcome.outcome !== "rejected") return []
    const { reason } = outcome.problem.details
    return told.length > 1 ? `${country}: ${reason}` : reason
  })
  if (reasons.length === 0) return { outcome: "accepted" }
  return { outcome: "rejected", problem: problem("stock_rejected", { sku, reason: reasons.join(" ") }) }
}
