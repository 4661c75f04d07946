import type { ProblemCode } from "../../../connector"
import type { Dispatch } from "../../lib/answers"

/** The states of a shipment, what needs a person first. */
export const shipmentStates = [
  "rejected",
  "owed",
  "sent",
  "unknown",
  "confirmed",
  "withdrawn",
] as const satisfies Dispatch["state"][]

/** The problems that a list of shipments can be filtered by. */
export const shipmentProblemCodes = [
  "carrier_missing",
  "carrier_unknown",
  "tracking_missing",
  "package_incomplete",
  "shipment_rejected",
  "shipment_refused_for_now",
  "order_already_shipped",
  "shipment_canceled_here",
  "shipment_unreadable",
  "dispatch_failed",
  "outcome_unknown",
] as const satisfies ProblemCode[]
