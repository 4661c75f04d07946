import type { ProblemCode } from "../../problem"

/** Problems of what is written to a platform: shipments, stock levels, and whether they may be written at all. */
export const writingCodes = [
  "carrier_missing",
  "carrier_unknown",
  "tracking_missing",
  "package_incomplete",
  "shipment_unreadable",
  "shipment_rejected",
  "shipment_refused_for_now",
  "order_already_shipped",
  "shipment_canceled_here",
  "dispatch_failed",
  "outcome_unknown",
  "stock_rejected",
  "stock_drift",
  "locations_not_mapped",
  "stock_held",
  "writer_of_copy",
] as const satisfies readonly ProblemCode[]
export type WritingCode = (typeof writingCodes)[number]
