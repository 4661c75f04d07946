import type { ProblemCode } from "../../../connector"
import type { Order } from "../../lib/answers"

/** The states of an order, what needs a person first. */
export const orderStates = [
  "blocked",
  "review",
  "ready",
  "waiting",
  "imported",
  "canceled",
  "ignored",
] as const satisfies Order["state"][]

/** The problems that stop an order or ask for a look at it: what a list of orders can be filtered by. */
export const orderProblemCodes = [
  "listing_unmapped",
  "listing_ambiguous",
  "stock_short",
  "marketplace_unknown",
  "region_missing",
  "sales_channel_missing",
  "stock_location_missing",
  "platform_location_missing",
  "amount_unknown",
  "amounts_inconsistent",
  "order_without_lines",
  "contract_broken",
  "stored_order_unreadable",
  "canceled_after_shipment",
  "changed_after_import",
  "canceled_after_invoice",
  "canceled_here_only",
  "canceled_here_after_confirmation",
  "import_failed",
] as const satisfies ProblemCode[]
