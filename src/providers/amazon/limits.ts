import type { RateLimit } from "../../connector"

/** The operations this connector calls. */
export const operations = ["searchOrders", "getOrder", "getMarketplaceParticipations"] as const
export type Operation = (typeof operations)[number]

/**
 * Published default rates, per application, seller and operation (platform page "Usage Plans and Rate Limits" and the
 * usage plan of each operation). Amazon may grant more: the rate in an answer's header corrects these.
 */
export const limits: Record<Operation, RateLimit> = {
  searchOrders: { ratePerSecond: 0.0056, burst: 20 },
  getOrder: { ratePerSecond: 0.5, burst: 30 },
  getMarketplaceParticipations: { ratePerSecond: 0.016, burst: 15 },
}
