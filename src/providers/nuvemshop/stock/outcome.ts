import { problem, type ConnectorFailure, type StockAnswer } from "../../../connector"
import { presentable } from "../http"
import { API } from "../limits"

type WithoutListing<Answer> = Answer extends unknown ? Omit<Answer, "listingKey"> : never
/** What came of one level, without naming the listing. */
export type StockOutcome = WithoutListing<StockAnswer>

/** A call was sent without a usable answer: what was to follow waits until the platform answers again. */
export const noAnswerBefore: StockOutcome = {
  outcome: "not_sent",
  retryAt: null,
  problem: problem("platform_unavailable", { reason: "no answer before" }),
}

/** The platform understood and did not take the level. */
export function rejectedLevel(sku: string, reason: string): StockOutcome {
  return { outcome: "rejected", problem: problem("stock_rejected", { sku, reason: presentable(reason) }) }
}

/** The quota for writing stock is spent even for the smallest call. */
export function tooHeavy(retryAt: Date): StockOutcome {
  const details = { operation: API, retry_at: retryAt.toISOString() }
  return { outcome: "not_sent", retryAt, problem: problem("platform_throttled", details) }
}

/**
 * What a failed call says about its levels. A refusal that is not about them (permission, suspension) would meet the next ones as
 * well: it counts as not sent, which ends the run.
 */
export function outcomeOfFailure(failure: ConnectorFailure, sku: string): StockOutcome {
  const { kind, problem: found } = failure
  switch (kind) {
    case "rejected":
      return found.code === "stock_rejected"
        ? { outcome: "rejected", problem: found }
        : { outcome: "not_sent", retryAt: null, problem: found }
    case "not_found":
      return rejectedLevel(sku, "unknown to the platform")
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
