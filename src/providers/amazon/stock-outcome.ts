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
      return {
        outcome: "rejected",
        problem: problem("stock_rejected", { sku, reason: "sku unknown" }),
      }
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
