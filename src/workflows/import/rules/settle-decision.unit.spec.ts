import { problem } from "../../../connector"
import type { Decision } from "../batch"
import { aDecision, importIt, now, outcome, plan, remark } from "./__tests__/a-decision"
import { newlyTroubled, retryMinutes, settleDecision, type Outcome } from "./settle-decision"
import type { Verdict } from "./verdict"

describe("what an order's inbox row becomes", () => {
  it.each<[string, Verdict, Partial<Outcome>, object]>([
    [
      "imported, with its remarks",
      importIt,
      { orderId: "order_1" },
      { state: "imported", order_id: "order_1", problems: [remark], next_attempt_at: null },
    ],
    [
      "imported, with the word that it was canceled here before",
      importIt,
      { orderId: "order_1", canceledHere: true },
      {
        state: "imported",
        problems: [problem("canceled_here_only", { order: "111-0000001-0000001" }), remark],
      },
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

  describe("left out by a person", () => {
    const before = {
      state: "ignored" as const,
      rule: "ignored_by_person",
      problemCode: null,
      changed: false,
      drafted: false,
      draft: null,
    }

    it("stays left out when the tidying up fails, which is tried again", () => {
      const ignoreIt: Verdict = { action: "ignore", rule: "ignored_by_person" }
      const settled = settleDecision(aDecision(ignoreIt, { before }), outcome({ failure: "busy" }), now)
      expect(settled).toMatchObject({
        state: "ignored",
        rule: "ignored_by_person",
        next_attempt_at: "2026-03-02T12:01:00.000Z",
      })
    })

    it("stays left out, and says nothing new, where its payload has expired", () => {
      const decision = aDecision({ action: "keep", problems: [] }, { before })
      const settled = settleDecision(decision, outcome(), now)
      expect(settled).toMatchObject({
        state: "ignored",
        rule: "ignored_by_person",
        next_attempt_at: null,
      })
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

  it("is ready to be tried again, and is not called imported though it has an order that was made", () => {
    expect(settleDecision(aDecision(importIt), failed, now)).toMatchObject({
      state: "ready",
      order_id: "order_1",
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

describe("an order of Medusa that an attempt made before it failed", () => {
  const before: Decision["before"] = {
    state: "ready",
    rule: null,
    problemCode: "import_failed",
    changed: false,
    drafted: true,
    draft: null,
  }
  const leftOut: Verdict = { action: "ignore", rule: "ignored_by_person" }

  it.each<[string, Verdict, Partial<Outcome>, object]>([
    [
      "stays with its row when the next attempt fails before it comes to it",
      importIt,
      { failure: "Error code 23505" },
      { state: "ready", order_id: "order_1" },
    ],
    [
      "stays with its row when the order is blocked now",
      { action: "block", problems: [problem("listing_unmapped")], remarks: [] },
      { orderId: "order_1" },
      { state: "blocked", order_id: "order_1" },
    ],
    [
      "is its row's no more when it is gone from Medusa",
      { action: "block", problems: [problem("listing_unmapped")], remarks: [] },
      {},
      { state: "blocked", order_id: null },
    ],
    [
      "is its row's no more when it was canceled for an order that a person left out",
      leftOut,
      { orderId: "order_1" },
      { state: "ignored", order_id: null },
    ],
    [
      "stays with its row when it was shipped here already",
      leftOut,
      { orderId: "order_1", conflict: "canceled_after_shipment" },
      { state: "ignored", order_id: "order_1" },
    ],
    [
      "stays with its row until it is canceled",
      leftOut,
      { failure: "Error code 23505" },
      { order_id: "order_1" },
    ],
  ])("%s", (_what, verdict, came, expected) => {
    expect(settleDecision(aDecision(verdict, { before }), outcome(came), now)).toMatchObject(expected)
  })
})
