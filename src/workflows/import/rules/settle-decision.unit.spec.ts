import { problem } from "../../../connector"
import type { Batch, Decision } from "../batch"
import { historyOf, newlyTroubled, retryMinutes, settleDecision, type Outcome } from "./settle-decision"
import type { ImportPlan, Verdict } from "./verdict"

const now = new Date("2026-03-02T12:00:00.000Z")
const plan: ImportPlan = {
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
const remark = problem("stock_short_taken", { sku: "SHIRT" })

const aDecision = (verdict: Verdict, changes: Partial<Decision> = {}): Decision => ({
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
const outcome = (changes: Partial<Outcome> = {}): Outcome => ({
  orderId: null,
  failure: null,
  conflict: null,
  ...changes,
})
const importIt: Verdict = { action: "import", plan, remarks: [remark] }

describe("what an order's inbox row becomes", () => {
  it.each<[string, Verdict, Partial<Outcome>, object]>([
    [
      "imported, with its remarks",
      importIt,
      { orderId: "order_1" },
      { state: "imported", order_id: "order_1", problems: [remark], next_attempt_at: null },
    ],
    [
      "a draft in review",
      { action: "review", plan, remarks: [], hold: null },
      { orderId: "order_1" },
      { state: "review", order_id: "order_1" },
    ],
    [
      "blocked until somebody acts",
      { action: "block", problems: [problem("listing_unmapped")], remarks: [remark] },
      {},
      { state: "blocked", problems: [problem("listing_unmapped"), remark], next_attempt_at: null },
    ],
    [
      "blocked and tried again by itself, where waiting may help",
      { action: "block", problems: [problem("stock_short")], remarks: [] },
      {},
      { state: "blocked", next_attempt_at: "2026-03-02T12:01:00.000Z" },
    ],
    [
      "blocked and not tried again, where waiting helps only one of two problems",
      { action: "block", problems: [problem("stock_short"), problem("listing_unmapped")], remarks: [] },
      {},
      { state: "blocked", next_attempt_at: null },
    ],
    [
      "waiting, by its rule",
      { action: "wait", rule: "not_paid", hold: null },
      {},
      { state: "waiting", rule: "not_paid" },
    ],
    [
      "ignored, by its rule",
      { action: "ignore", rule: "before_activation" },
      {},
      { state: "ignored", rule: "before_activation" },
    ],
    ["canceled", { action: "cancel" }, {}, { state: "canceled", problems: [] }],
    [
      "imported still, when it was shipped here before it was canceled there",
      { action: "cancel" },
      { conflict: "canceled_after_shipment", orderId: "order_1" },
      { state: "imported", problems: [problem("canceled_after_shipment")] },
    ],
  ])("%s", (_what, verdict, came, expected) => {
    expect(settleDecision(aDecision(verdict), outcome(came), now)).toMatchObject({
      id: "mpord_1",
      digest: "digest-1",
      ...expected,
    })
  })

  it("stays what it was, with what a person must look at", () => {
    const before = {
      state: "imported" as const,
      rule: null,
      problemCode: null,
      changed: true,
      drafted: false,
      draft: null,
    }
    const problems = [problem("changed_after_import", { what: "lines_or_total" })]
    const settled = settleDecision(aDecision({ action: "keep", problems }, { before }), outcome(), now)
    expect(settled).toMatchObject({ state: "imported", problems, next_attempt_at: null })
  })

  it.each<[string, string | null, Verdict, boolean]>([
    ["changed at the platform", null, { action: "keep", problems: [problem("changed_after_import")] }, true],
    [
      "changed there once more",
      "changed_after_import",
      { action: "keep", problems: [problem("changed_after_import")] },
      false,
    ],
    ["as it was", null, { action: "keep", problems: [] }, false],
    ["imported with a remark", null, importIt, false],
  ])(
    "newly needs a person when it is in Medusa and was %s: from %s",
    (_what, problemCode, verdict, needs) => {
      const before = {
        state: "imported" as const,
        rule: null,
        problemCode,
        changed: true,
        drafted: false,
        draft: null,
      }
      const decision = aDecision(verdict, { before })
      expect(newlyTroubled(decision, settleDecision(decision, outcome(), now))).toBe(needs)
    },
  )
})

describe("an order that could not be carried out", () => {
  const failed = outcome({ orderId: "order_1", failure: "Error code 23505" })

  it("is ready to be tried again, and is not called imported though an order may stand there", () => {
    expect(settleDecision(aDecision(importIt), failed, now)).toMatchObject({
      state: "ready",
      order_id: null,
      problems: [problem("import_failed", { reason: "Error code 23505" })],
      next_attempt_at: "2026-03-02T12:01:00.000Z",
    })
  })

  it("stays imported when its cancellation failed", () => {
    const before = {
      state: "imported" as const,
      rule: null,
      problemCode: null,
      changed: true,
      drafted: false,
      draft: null,
    }
    expect(settleDecision(aDecision({ action: "cancel" }, { before }), failed, now)).toMatchObject({
      state: "imported",
      order_id: "order_1",
      next_attempt_at: "2026-03-02T12:01:00.000Z",
    })
  })

  it.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 8],
    [6, 32],
    [7, 60],
    [50, 60],
    [1_000_000, 60],
  ])("after %i attempts waits %i minutes", (attempts, minutes) => {
    expect(retryMinutes(attempts)).toBe(minutes)
    const { next_attempt_at } = settleDecision(aDecision(importIt, { attempts }), failed, now)
    expect(next_attempt_at).toBe(new Date(now.getTime() + minutes * 60_000).toISOString())
  })
})

describe("the line of history", () => {
  const batch: Batch = {
    accountId: "account-1",
    providerId: "bazaar",
    token: "token",
    actor: "person",
    actorId: "user_1",
    stopsShort: false,
    decisions: [],
  }
  const lineOf = (decision: Decision, came = outcome()) =>
    historyOf(batch, decision, settleDecision(decision, came, now))

  it("says who did what with which order", () => {
    expect(lineOf(aDecision(importIt), outcome({ orderId: "order_1" }))).toEqual({
      accountId: "account-1",
      subjectType: "order",
      subjectId: "mpord_1",
      actor: "person",
      actorId: "user_1",
      event: "imported",
      details: { problems: [remark], order_id: "order_1" },
    })
  })

  it("names the rule by which an order is left out", () => {
    expect(lineOf(aDecision({ action: "ignore", rule: "before_activation" }))).toMatchObject({
      event: "ignored",
      details: { rule: "before_activation" },
    })
  })

  it("says that an import failed rather than the state it leaves", () => {
    expect(lineOf(aDecision(importIt), outcome({ failure: "TypeError" }))).toMatchObject({
      event: "import_failed",
    })
  })

  it("is not repeated when an attempt ended as the one before", () => {
    const before = {
      state: "blocked" as const,
      rule: null,
      problemCode: "stock_short",
      changed: false,
      drafted: false,
      draft: null,
    }
    const verdict: Verdict = {
      action: "block",
      problems: [problem("stock_short", { available: 1 })],
      remarks: [],
    }
    expect(lineOf(aDecision(verdict, { before }))).toBeUndefined()
    expect(
      lineOf(aDecision(verdict, { before: { ...before, changed: true, drafted: false, draft: null } })),
    ).toBeDefined()
  })

  it("is not repeated for an imported order that only has remarks", () => {
    const before = {
      state: "imported" as const,
      rule: null,
      problemCode: null,
      changed: false,
      drafted: false,
      draft: null,
    }
    expect(lineOf(aDecision({ action: "keep", problems: [] }, { before }))).toBeUndefined()
  })
})
