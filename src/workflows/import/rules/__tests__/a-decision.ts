import { problem } from "../../../../connector"
import type { Decision } from "../../batch"
import type { Outcome } from "../settle-decision"
import type { ImportPlan, Verdict } from "../verdict"

export const now = new Date("2026-03-02T12:00:00.000Z")
export const plan: ImportPlan = {
  fulfilledBy: "merchant",
  regionId: "region-us",
  salesChannelId: "channel",
  locationId: "shelf",
  shippingOptionId: null,
  team: null,
  lines: [],
  total: "21.60",
  currency: "USD",
}
export const remark = problem("stock_short_taken", { sku: "SHIRT" })

/** A decision on an order that nothing was done with before. */
export const aDecision = (verdict: Verdict, changes: Partial<Decision> = {}): Decision => ({
  id: "mpord_1",
  reference: "111-0000001-0000001",
  digest: "digest-1",
  attempts: 1,
  displayId: "AMZ-111-0000001-0000001",
  orderId: "order_1",
  before: { state: "waiting", rule: null, problemCode: null, changed: true, drafted: false, draft: null },
  verdict,
  ...changes,
})
/** Nothing found out. */
export const outcome = (changes: Partial<Outcome> = {}): Outcome => ({
  orderId: null,
  failure: null,
  conflict: null,
  canceledHere: false,
  ...changes,
})
export const importIt: Verdict = { action: "import", plan, remarks: [remark] }
