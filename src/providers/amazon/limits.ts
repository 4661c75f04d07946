import type { RateLimit } from "../../connector"

/** The operations this connector calls. */
export const operations = [
  "searchOrders",
  "getOrder",
  "getMarketplaceParticipations",
  "confirmShipment",
  "patchListingsItem",
  "searchListingsItems",
  "getListingsItem",
  "createReport",
  "getReport",
  "getReportDocument",
  "getInventorySummaries",
  "getDestinations",
  "createDestination",
  "getSubscription",
  "createSubscription",
  "deleteSubscriptionById",
] as const
export type Operation = (typeof operations)[number]

/**
 * Published default rates, per application, seller and operation (platform page "Usage Plans and Rate Limits" and the
 * usage plan of each operation). Amazon may grant more: the rate in an answer's header corrects these.
 */
export const limits: Record<Operation, RateLimit> = {
  searchOrders: { ratePerSecond: 0.0056, burst: 20 },
  getOrder: { ratePerSecond: 0.5, burst: 30 },
  getMarketplaceParticipations: { ratePerSecond: 0.016, burst: 15 },
  confirmShipment: { ratePerSecond: 2, burst: 10 },
  patchListingsItem: { ratePerSecond: 5, burst: 5 },
  searchListingsItems: { ratePerSecond: 5, burst: 5 },
  getListingsItem: { ratePerSecond: 5, burst: 10 },
  createReport: { ratePerSecond: 0.0167, burst: 15 },
  getReport: { ratePerSecond: 2, burst: 15 },
  getReportDocument: { ratePerSecond: 0.0167, burst: 15 },
  getInventorySummaries: { ratePerSecond: 2, burst: 2 },
  getDestinations: { ratePerSecond: 1, burst: 5 },
  createDestination: { ratePerSecond: 1, burst: 5 },
  getSubscription: { ratePerSecond: 1, burst: 5 },
  createSubscription: { ratePerSecond: 1, burst: 5 },
  deleteSubscriptionById: { ratePerSecond: 1, burst: 5 },
}
