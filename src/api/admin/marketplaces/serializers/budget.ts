import type { RateLimit } from "../../../../connector"
import type { Budget } from "../../../../modules/marketplace/store/quota"

/** An account's budget: what is left where it has called, and the whole burst of what it never called. */
export function budgetOf(used: Budget[], limits: Record<string, RateLimit>): Budget[] {
  const known = new Map(used.map((budget) => [budget.operation, budget]))
  const published = Object.entries(limits).map(
    ([operation, { burst, ratePerSecond }]): Budget =>
      known.get(operation) ?? { operation, left: Math.floor(burst), burst, rate_per_second: ratePerSecond },
  )
  return [...published, ...used.filter(({ operation }) => !(operation in limits))]
}
