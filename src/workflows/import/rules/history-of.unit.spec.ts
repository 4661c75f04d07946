import { problem } from "../../../connector"
import type { Batch, Decision } from "../batch"
import { aDecision, importIt, now, outcome, remark } from "./__tests__/a-decision"
import { historyOf, settleDecision } from "./settle-decision"
import type { Verdict } from "./verdict"

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
